# calls: readable({'ink': (20, 20, 30), 'sky': (120, 180, 255), 'snow': (250, 250, 250), 'moss': (70, 90, 40)})
# calls: readable({'c%d' % i: (i * 40, 200 - i * 20, i * i * 5) for i in range(7)})
def channel(value):
    share = value / 255
    if share <= 0.03928:
        return share / 12.92
    return ((share + 0.055) / 1.055) ** 2.4


def luminance(colour):
    return 0.2126 * channel(colour[0]) + 0.7152 * channel(colour[1]) + 0.0722 * channel(colour[2])


def contrast(one, other):
    lighter = max(luminance(one), luminance(other))
    darker = min(luminance(one), luminance(other))
    return (lighter + 0.05) / (darker + 0.05)


def readable(theme):
    good = []
    poor = []
    table = {}
    for text in theme:
        row = {}
        for back in theme:
            if text == back:
                continue
            ratio = contrast(theme[text], theme[back])
            row[back] = round(ratio, 2)
            if ratio >= 4.5:
                good.append((text, back))
            elif ratio >= 3 and (back, text) not in poor:
                poor.append((text, back))
        table[text] = row
    return good, poor, table
