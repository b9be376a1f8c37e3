# calls: diagnose([0.5 * (i % 7) - 1.4 + (0.9 if i > 150 else 0) for i in range(260)])
# calls: diagnose([1.0, -1.0] * 20), diagnose([0.0, 0.0, 2.0])
def sign(x):
    if x > 0:
        return '+'
    elif x < 0:
        return '-'
    return '0'


def diagnose(residuals):
    pattern = ''
    for r in residuals:
        pattern += sign(r)
    runs = 1
    longest = 1
    current = 1
    for i in range(1, len(pattern)):
        if pattern[i] == pattern[i - 1]:
            current += 1
            longest = max(longest, current)
        else:
            runs += 1
            current = 1
    drift = 0.0
    high = 0.0
    low = 0.0
    for i in range(len(residuals)):
        drift += residuals[i]
        high = max(high, drift)
        low = min(low, drift)
    squares = sum([r * r for r in residuals])
    steps = sum((residuals[i] - residuals[i - 1]) ** 2 for i in range(1, len(residuals)))
    watson = steps / squares if squares > 0 else 0.0
    return runs, longest, high - low, round(watson, 4), pattern.count('0')
