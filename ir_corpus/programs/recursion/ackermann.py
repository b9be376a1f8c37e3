# calls: values(2, 5)
def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def values(m, n):
    table = []
    i = 0
    while i <= m:
        row = []
        for j in range(n + 1):
            row.append(ackermann(i, j))
        table.append(row)
        i += 1
    return table
