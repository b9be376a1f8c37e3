# calls: events([38.0 + i * 0.012 - (2.6 if i > 170 else 0) + (i % 24 - 12) * 0.02 for i in range(330)], 24), events([30.0, 30.1], 24)
def differences(weights):
    return [b - a for a, b in zip(weights, weights[1:])]


def daily(weights, per_day):
    days = []
    for start in range(0, len(weights) - per_day + 1, per_day):
        chunk = weights[start:start + per_day]
        days.append((min(chunk), max(chunk), chunk[-1] - chunk[0]))
    return days


def classify(change):
    if change < -1.5:
        return 'swarm or harvest'
    if change > 1.5:
        return 'super added'
    if change < -0.3:
        return 'robbing'
    return None


def spark(values):
    if not values:
        return ''
    low, high = min(values), max(values)
    marks = '_.-=^'
    text = ''
    for v in values:
        if high == low:
            text += marks[0]
        else:
            text += marks[int((v - low) / (high - low) * (len(marks) - 1))]
    return text


def events(weights, per_day):
    found = []
    corrected = [weights[0]]
    for i, change in enumerate(differences(weights), 1):
        kind = classify(change)
        if kind:
            found.append((i // per_day, i % per_day, kind, round(change, 2)))
            change = 0
        corrected.append(corrected[-1] + change)
    days = daily(corrected, per_day)
    flow = [d for d, (low, high, gain) in enumerate(days) if gain > 0.25]
    longest = []
    current = []
    for d in flow:
        if current and d != current[-1] + 1:
            current = []
        current = current + [d]
        if len(current) > len(longest):
            longest = current
    return found, spark([high for low, high, gain in days]), spark(corrected[::per_day // 2]), longest, round(corrected[-1], 3)
