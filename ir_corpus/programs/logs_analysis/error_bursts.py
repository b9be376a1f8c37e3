# calls: bursts([int((i * i) % 23 < 5 or 30 < i % 90 < 40) for i in range(180)], 12, 0.5)
def rate(flags, end, width):
    total = 0
    for k in range(width):
        if end - k >= 0:
            total += flags[end - k]
    return total / width


def bursts(flags, width, threshold):
    found = []
    inside = False
    begin = 0
    peak = 0.0
    for i in range(len(flags)):
        if rate(flags, i, width) >= threshold:
            if not inside:
                inside = True
                begin = i
                peak = 0.0
            peak = max(peak, rate(flags, i, width))
        elif inside:
            inside = False
            found.append({'from': begin, 'to': i - 1, 'peak': peak})
    if inside:
        found.append({'from': begin, 'to': len(flags) - 1, 'peak': peak})
    covered = sum(b['to'] - b['from'] + 1 for b in found)
    return found, covered / len(flags)
