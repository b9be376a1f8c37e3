# calls: inspect('D..HH.W;W.DDH..;HHHHHHH;...;D' * 15, {'D': 2, 'H': 1, 'W': 3})
# calls: inspect('', {})
def longest_same(row):
    longest = 0
    run = 0
    previous = None
    for mark in row:
        if mark == previous:
            run += 1
        else:
            run = 1
        previous = mark
        if mark != '.' and run > longest:
            longest = run
    return longest


def inspect(log, weights):
    score = 0
    unknown = []
    worst = (-1, '')
    for row in log.split(';'):
        points = 0
        for i in range(len(row)):
            if row[i] == '.':
                continue
            if row[i] in weights:
                points += weights[row[i]]
            elif row[i] not in unknown:
                unknown.append(row[i])
        if longest_same(row) >= 3:
            points *= 2
        score += points
        if points > worst[0]:
            worst = (points, row)
    return score, worst, ''.join(sorted(unknown))
