# calls: averages({'ann': [3, 4, 5], 'bob': [2, 2, 4], 'cid': [5, 5, 5], 'dee': [1, 3, 2]})
# calls: averages(dict((str(i), [i % 5 + 1, i % 3 + 1, i % 4 + 1]) for i in range(60)))
def mean(marks):
    total = 0
    for mark in marks:
        total += mark
    return total / len(marks)


def averages(marks):
    rows = []
    for name in marks.keys():
        rows.append((name, mean(marks[name])))
    best = rows[0]
    for row in rows:
        if row[1] > best[1]:
            best = row
    above = 0
    overall = 0.0
    for row in rows:
        overall = overall + row[1]
    overall = overall / len(rows)
    for i in range(len(rows)):
        if rows[i][1] > overall:
            above += 1
    return best[0], above, round(overall, 3)
