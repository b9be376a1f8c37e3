# calls: gradient([(0.0, (255, 0, 0)), (0.4, (255, 255, 0)), (1.0, (0, 40, 255))], 50, 2.2)
# calls: gradient([(0.0, (0, 0, 0)), (1.0, (255, 255, 255))], 5, 1.0)
class Stop:
    def __init__(self, at, colour):
        self.at = at
        self.colour = colour


def blend(a, b, share, gamma):
    result = []
    for k in range(3):
        if gamma == 1.0:
            value = a[k] + (b[k] - a[k]) * share
        else:
            value = (a[k] ** gamma + (b[k] ** gamma - a[k] ** gamma) * share) ** (1 / gamma)
        result.append(int(round(value)))
    return result


def to_hex(colour):
    text = '#'
    for value in colour:
        digits = hex(value)[2:]
        if len(digits) == 1:
            digits = '0' + digits
        text += digits
    return text


def gradient(points, count, gamma):
    stops = [Stop(at, colour) for at, colour in points]
    colours = []
    for i in range(count):
        place = i / (count - 1)
        k = 0
        while k < len(stops) - 2 and stops[k + 1].at < place:
            k += 1
        share = (place - stops[k].at) / (stops[k + 1].at - stops[k].at)
        colours.append(to_hex(blend(stops[k].colour, stops[k + 1].colour, share, gamma)))
    steps = 0
    for i in range(1, len(colours)):
        if colours[i] != colours[i - 1]:
            steps += 1
    return colours, steps
