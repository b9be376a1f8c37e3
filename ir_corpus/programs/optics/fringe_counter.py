# calls: count('.:-=+*#%@%#*+=-:' * 40), count('@@@...'), count('=')
LEVELS = '.:-=+*#%@'


def brightness(mark):
    return LEVELS.index(mark) / (len(LEVELS) - 1)


def count(strip):
    state = 'unknown'
    fringes = 0
    rising = []
    values = []
    position = 0
    while position < len(strip):
        value = brightness(strip[position])
        values.append(value)
        if state == 'unknown':
            state = 'dark' if value < 0.5 else 'bright'
        elif state == 'dark' and value > 0.7:
            state = 'bright'
            rising.append(position)
        elif state == 'bright' and value < 0.3:
            state = 'dark'
            fringes += 1
        position += 1
    spacing = 0
    for i in range(len(rising) - 1):
        spacing += rising[i + 1] - rising[i]
    low = min(values)
    high = max(values)
    visibility = (high - low) / (high + low) if high + low > 0 else 0.0
    return fringes, rising[:2], spacing / max(1, len(rising) - 1), visibility
