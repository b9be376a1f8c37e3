# calls: roster([('T%02d' % i, 300 + i * 19, 360 + i * 19 + i * 31 % 90, 'XYZ'[i % 3], 'XYZ'[(i + 1 + i % 2) % 3]) for i in range(40)], 540, 12)
# calls: roster([('a', 0, 50, 'X', 'Y'), ('b', 55, 70, 'Y', 'X')], 60, 5)
def clock(minutes):
    return str(minutes // 60 % 24).rjust(2, '0') + ':' + str(minutes % 60).rjust(2, '0')


def can_take(duty, trip, limit, turnround):
    last = duty[-1]
    if last[4] != trip[3]:
        return False
    if trip[1] - last[2] < turnround:
        return False
    return trip[2] - duty[0][1] <= limit


def driving(duty):
    return sum(trip[2] - trip[1] for trip in duty)


def roster(trips, limit, turnround):
    duties = []
    for trip in sorted(trips, key=lambda t: (t[1], t[0])):
        best = None
        for duty in duties:
            if can_take(duty, trip, limit, turnround):
                if best is None or duty[-1][2] > best[-1][2]:
                    best = duty
        if best is None:
            duties.append([trip])
        else:
            best.append(trip)
    sheet = []
    for n, duty in enumerate(duties, 1):
        line = f'{n:>2} {clock(duty[0][1])}-{clock(duty[-1][2])} '
        line += '>'.join(t[0] for t in duty)
        if duty[0][3] != duty[-1][4]:
            line += ' (ends away)'
        sheet.append(line)
    share = [round(driving(d) / (d[-1][2] - d[0][1]), 2) for d in duties]
    return sheet, share
