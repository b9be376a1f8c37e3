# calls: chart([0, 0, 0, 9000, 0, 0, 0, 0, 0, 3000, 0, 0, 0, 0], 25)
# calls: chart([100, 900], 9), chart([(i * 37) % 1000 for i in range(90)], 5)
SHADES = ' .:-=+*#%@'


def spread(ring):
    n = len(ring)
    shares = [0] * n
    for i in range(n):
        part = ring[i] // 4
        shares[(i - 1) % n] += part
        shares[(i + 1) % n] += part
        shares[i] += ring[i] - 2 * part
    return shares


def shade(value, top):
    level = value * len(SHADES) // (top + 1)
    return SHADES[level]


def chart(ring, rounds):
    total = sum(ring)
    lines = []
    while len(lines) < rounds:
        text = ''
        for value in ring:
            text = text + shade(value, max(ring))
        lines.append('|' + text + '|')
        following = spread(ring)
        if following == ring:
            break
        ring = following
    assert sum(ring) == total
    return lines, min(ring), max(ring), max(ring) - min(ring)
