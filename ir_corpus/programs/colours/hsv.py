# calls: rainbow([(i * 31 % 256, i * 7 % 256, 255 - i * 3) for i in range(60)], 0.4), rainbow([(9, 9, 9)], 0.1)
def to_hsv(r, g, b):
    r = r / 255
    g = g / 255
    b = b / 255
    high = max(r, g, b)
    low = min(r, g, b)
    if high == low:
        hue = 0.0
    elif high == r:
        hue = 60 * ((g - b) / (high - low)) % 360
    elif high == g:
        hue = 60 * ((b - r) / (high - low)) + 120
    else:
        hue = 60 * ((r - g) / (high - low)) + 240
    saturation = 0.0 if high == 0 else (high - low) / high
    return hue, saturation, high


def rainbow(colours, least):
    names = ['red', 'yellow', 'green', 'cyan', 'blue', 'magenta']
    counts = {name: 0 for name in names}
    grey = 0
    brightest = None
    for r, g, b in colours:
        if to_hsv(r, g, b)[1] < least:
            grey += 1
            continue
        counts[names[int((to_hsv(r, g, b)[0] + 30) % 360 // 60)]] += 1
        if brightest is None or to_hsv(r, g, b)[2] > to_hsv(*brightest)[2]:
            brightest = (r, g, b)
    ordered = sorted(colours, key=lambda c: to_hsv(c[0], c[1], c[2]))
    return counts, grey, brightest, ordered[:3]
