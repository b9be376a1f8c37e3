# calls: heatmap([i * 4099 % 604800 for i in range(300)], 4)
# calls: heatmap([0, 3600, 86399], 1)
DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']


def day_of(second):
    return second // 86400 % 7


def hour_of(second):
    return second % 86400 // 3600


def heatmap(seconds, scale):
    grid = [[0 for _ in range(24)] for _ in range(7)]
    for second in seconds:
        grid[day_of(second)][hour_of(second)] += 1
    lines = []
    for day in range(7):
        line = DAYS[day] + ' '
        for hour in range(24):
            line += ' .:-=+*#%@'[min(grid[day][hour] * scale, 9)]
        lines.append(line)
    hour_totals = []
    for hour in range(24):
        total = 0
        for day in range(7):
            total += grid[day][hour]
        hour_totals.append(total)
    peak = 0
    for hour in range(1, 24):
        if hour_totals[hour] > hour_totals[peak]:
            peak = hour
    weekend = sum(grid[day][hour] for day in range(7) for hour in range(24) if day in (5, 6))
    return '\n'.join(lines), peak, round(weekend / len(seconds), 4)
