# calls: smooth([float(i * 7 % 23) for i in range(300)], 0.3), crossings([float(i * 5 % 19) for i in range(250)], 0.5, 0.1)
def blend(old, new, share):
    return share * new + (1 - share) * old


def smooth(values, share):
    level = values[0]
    result = []
    for value in values:
        level = blend(level, value, share)
        result.append(level)
    return result


def crossings(values, fast_share, slow_share):
    fast = smooth(values, fast_share)
    slow = smooth(values, slow_share)
    marks = []
    above = fast[0] > slow[0]
    widest = 0.0
    for i in range(1, len(values)):
        now = fast[i] > slow[i]
        if now != above:
            marks.append((i, 'up' if now else 'down'))
            above = now
        widest = max(widest, abs(fast[i] - slow[i]))
    ups = 0
    for mark in marks:
        if mark[1] == 'up':
            ups += 1
    return len(marks), ups, round(widest, 6)
