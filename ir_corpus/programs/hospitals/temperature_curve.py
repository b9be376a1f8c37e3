# calls: chart([37.0 + (i % 17) / 8 - (i % 5) / 10 for i in range(60)], 39.0)
# calls: chart([36.5, 36.6, 41.0], 37.5)
def symbol(value, level, step):
    if level <= value < level + step:
        return '*'
    return ' '


def chart(values, fever):
    step = 0.5
    lines = []
    level = 41.0
    while level >= 35.5:
        line = f'{level:4.1f} |'
        for value in values:
            line += symbol(value, level, step)
        lines.append(line.rstrip())
        level -= step
    episodes = []
    current = []
    for hour, value in enumerate(values):
        if value >= fever:
            current.append(hour)
        elif current:
            episodes.append(current)
            current = []
    if current:
        episodes.append(current)
    longest = 0
    for episode in episodes:
        if len(episode) > longest:
            longest = len(episode)
    return '\n'.join(lines), len(episodes), longest
