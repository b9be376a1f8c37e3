# calls: events([0, 0, 1.2, 3.4, 0, 0.4, 0, 0, 0, 7.0, 2.2, 0.1, 0, 0, 0, 0] * 9, 2), events([0.0, 0.0], 3)
def events(rain, dry_gap):
    found = []
    start = None
    dry = 0
    hour = 0
    while hour < len(rain):
        if rain[hour] > 0:
            if start is None:
                start = hour
            dry = 0
        elif start is not None:
            dry += 1
            if dry >= dry_gap:
                found.append((start, hour - dry + 1))
                start = None
                dry = 0
        hour += 1
    if start is not None:
        found.append((start, len(rain) - dry))
    report = []
    for start, end in found:
        total = 0
        for h in range(start, end):
            total += rain[h]
        peak = max(rain[start:end])
        report.append({'start': start, 'hours': end - start, 'mm': round(total, 1), 'peak': peak,
                       'share': total / sum(rain)})
    return report
