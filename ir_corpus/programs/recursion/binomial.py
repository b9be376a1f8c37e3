# calls: table(9)
def choose(n, k):
    if k == 0 or k == n:
        return 1
    return choose(n - 1, k - 1) + choose(n - 1, k)


def table(size):
    rows = []
    for n in range(size):
        row = []
        for k in range(n + 1):
            row.append(choose(n, k))
        rows.append(row)
    total = 0
    for row in rows:
        for value in row:
            total += value
    return total, rows[size - 1]
