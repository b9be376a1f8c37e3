# int: totals(n)
def totals(n):
    out = [0] * 5
    for i in range(5):
        for value in range(n):
            out[i] += value
    return out
