# calls: find_pitch([(i % 23) * 1.0 - 11 for i in range(120)], 5, 60)
# calls: find_pitch([[3, 1, -2, 0][i % 4] for i in range(64)], 2, 12), find_pitch([i * i % 31 - 15 for i in range(100)], 3, 45)
def remove_mean(x):
    mean = sum(x) / len(x)
    return [v - mean for v in x]


def correlation(x, lag):
    top = 0.0
    left = 0.0
    right = 0.0
    for i in range(len(x) - lag):
        top += x[i] * x[i + lag]
        left += x[i] * x[i]
        right += x[i + lag] * x[i + lag]
    if left == 0 or right == 0:
        return 0.0
    return top / (left * right) ** 0.5


def refine(table, lag):
    if lag - 1 not in table or lag + 1 not in table:
        return float(lag)
    a, b, c = table[lag - 1], table[lag], table[lag + 1]
    if a - 2 * b + c == 0:
        return float(lag)
    return lag + 0.5 * (a - c) / (a - 2 * b + c)


def find_pitch(x, shortest, longest):
    x = remove_mean(x)
    table = {}
    for lag in range(shortest, longest + 1):
        table[lag] = correlation(x, lag)
    highest = max(table.values())
    for lag in sorted(table):
        if table[lag] > 0.95 * highest:
            if lag + 1 in table and table[lag + 1] > table[lag]:
                continue
            return lag, round(refine(table, lag), 4), round(table[lag], 4)
    return None, 0.0, 0.0
