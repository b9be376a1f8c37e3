# calls: matches('*/15 8-17 * * 1-5', 3), matches('0,30 */6 1-7 * *', 2)
def field(text, low, high):
    values = []
    for part in text.split(','):
        step = 1
        if '/' in part:
            part, every = part.split('/')
            step = int(every)
        if part == '*':
            first, last = low, high
        elif '-' in part:
            ends = part.split('-')
            first = int(ends[0])
            last = int(ends[1])
        else:
            first = last = int(part)
        value = first
        while value <= last:
            if value not in values:
                values.append(value)
            value += step
    return sorted(values)


def matches(line, days):
    fields = line.split()
    found = 0
    latest = None
    gaps = []
    for day in range(days):
        for hour in range(24):
            if hour not in field(fields[1], 0, 23):
                continue
            for minute in range(0, 60, 5):
                if minute in field(fields[0], 0, 59) and day % 7 in field(fields[4], 0, 6):
                    at = day * 1440 + hour * 60 + minute
                    if latest is not None:
                        gaps.append(at - latest)
                    latest = at
                    found += 1
    widest = 0
    for gap in gaps:
        widest = max(widest, gap)
    return found, widest
