# calls: summary([('2024-0%d-%02d' % (1 + i // 100, 1 + i // 4 % 25), i * 7 % 23 - 4.5) for i in range(200)], 2)
def by_day(readings):
    days = {}
    for day, value in readings:
        if day not in days.keys():
            days[day] = []
        days[day].append(value)
    return days


def summary(readings, frost_limit):
    days = by_day(readings)
    lines = []
    frosts = 0
    for day in sorted(days.keys()):
        low = min(days[day])
        high = max(days[day])
        mean = sum(days[day]) / len(days[day])
        if low < 0:
            frosts += 1
        else:
            frosts = 0
        line = day + ' ' + str(low) + '..' + str(high) + ' mean ' + str(round(mean, 1))
        if frosts >= frost_limit:
            line = line + ' (frost for ' + str(frosts) + ' days)'
        lines.append(line)
    return lines
