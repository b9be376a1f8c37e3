# calls: level([(i % 11, i * 5 % 4 + 2, i % 3 + 1) for i in range(40)], 8, 60)
def load_at(day, placed):
    total = 0
    for start, duration, people in placed:
        if start <= day < start + duration:
            total += people
    return total


def fits(start, duration, people, placed, limit):
    return all(load_at(day, placed) + people <= limit for day in range(start, start + duration))


def level(tasks, limit, horizon):
    placed = []
    delayed = 0
    failed = 0
    for wanted, duration, people in sorted(tasks, key=lambda t: (t[0], -t[2])):
        start = wanted
        while start < horizon and not fits(start, duration, people, placed, limit):
            start += 1
        if start >= horizon:
            failed += 1
            continue
        delayed += start - wanted
        placed.append((start, duration, people))
    chart = ''
    for day in range(0, horizon, 4):
        chart += str(load_at(day, placed)) + ' '
    return delayed, failed, chart
