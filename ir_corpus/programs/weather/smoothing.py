# calls: smooth(150)
def smooth(days):
    values = [10.0 + i * 29 % 17 for i in range(days)]
    out = []
    level = values[0]
    for i in range(len(values)):
        level = level + 0.25 * (values[i] - level)
        out.append(level)
    errors = 0.0
    for i in range(len(values)):
        errors = errors + abs(values[i] - out[i])
    low = out[0]
    high = out[0]
    for value in out:
        low = min(low, value)
        high = max(high, value)
    return errors / len(values), low, high
