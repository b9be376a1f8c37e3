# calls: trend([(i, FIRMS[i % 3], 900 + i * 50 % 400, 38.0 + i * 7 % 5, 35.5 + i * 11 % 7) for i in range(40)], 10)
FIRMS = ['Ipso', 'Yuga', 'Fors']
HOUSE = {'Ipso': 0.8, 'Yuga': -0.5}


def weight(age, size, half_life):
    return 0.5 ** (age / half_life) * size ** 0.5


def lead(poll):
    day, firm, size, ours, theirs = poll
    shift = 0.0
    if firm in HOUSE:
        shift = HOUSE[firm]
    return ours - theirs - shift


def trend(polls, half_life):
    points = []
    last = polls[-1][0]
    for today in range(0, last + 1, 4):
        total = 0.0
        weights = 0.0
        for poll in polls:
            if poll[0] <= today and today - poll[0] <= 3 * half_life:
                total += lead(poll) * weight(today - poll[0], poll[2], half_life)
                weights += weight(today - poll[0], poll[2], half_life)
        points.append((today, round(total / weights, 2)))
    swings = []
    for i in range(1, len(points)):
        if abs(points[i][1] - points[i - 1][1]) > 0.5:
            swings.append(points[i][0])
    return points, swings, max(points, key=lambda point: point[1])[0]
