# calls: climb(3, 5, 60), climb(4, 71, 150), climb(5, 8, 40)
def shuffle(values, seed):
    values = list(values)
    for i in range(len(values) - 1, 0, -1):
        seed = (seed * 1366 + 150889) % 714025
        j = seed % (i + 1)
        values[i], values[j] = values[j], values[i]
    return values, seed


def cost(cells, n):
    goal = n * (n * n + 1) // 2
    total = 0
    for i in range(n):
        row = 0
        column = 0
        for j in range(n):
            row += cells[i * n + j]
            column += cells[j * n + i]
        total += abs(row - goal) + abs(column - goal)
    d1 = sum(cells[i * n + i] for i in range(n))
    d2 = sum(cells[i * n + n - 1 - i] for i in range(n))
    return total + abs(d1 - goal) + abs(d2 - goal)


def climb(n, seed, tries):
    cells, seed = shuffle(range(1, n * n + 1), seed)
    now = cost(cells, n)
    best = now
    accepted = 0
    for t in range(tries):
        if now == 0:
            break
        seed = (seed * 1366 + 150889) % 714025
        i, j = seed % (n * n), seed // 100 % (n * n)
        cells[i], cells[j] = cells[j], cells[i]
        after = cost(cells, n)
        if after <= now or seed % 97 < 5:
            now = after
            accepted += 1
        else:
            cells[i], cells[j] = cells[j], cells[i]
        best = min(best, now)
    rows = [cells[k:k + n] for k in range(0, n * n, n)]
    return best, now, accepted, rows
