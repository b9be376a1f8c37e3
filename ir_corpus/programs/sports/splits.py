# calls: laps([61.2, 60.8, 62.5, 59.9, 63.0, 65.2, 60.1, 58.7] * 4, 400), laps([30.0, 29.5, 28.0], 200)
def pace(seconds, metres):
    per_km = seconds / metres * 1000
    return '%d:%02d' % (int(per_km) // 60, int(per_km) % 60)


def laps(times, metres):
    rows = []
    for i in range(len(times)):
        total = 0
        for j in range(i + 1):
            total += times[j]
        fastest = True
        for j in range(len(times)):
            if times[j] < times[i]:
                fastest = False
        behind = times[i] - sum(times) / len(times)
        mark = ''
        if fastest:
            mark = '*'
        elif behind > 2:
            mark = '!'
        rows.append((i + 1, round(total, 1), pace(times[i], metres), round(behind, 2), mark))
    negative = sum(times[len(times) // 2:]) < sum(times[:len(times) // 2])
    return rows, negative
