# calls: curve(0.025, 0.1, 0.1, [i * 0.5 for i in range(80)]), curve(0.05, 0.2, 0.1, [0, 50, 99, 100, 101, 150])
import math


def ph(acid, base, volume):
    if acid > base:
        return -math.log10((acid - base) / volume)
    if base > acid:
        return 14 + math.log10((base - acid) / volume)
    return 7.0


def curve(volume, acid_strength, base_strength, drops):
    points = []
    steepest = 0.0
    turning = None
    for ml in drops:
        litres = ml / 1000
        value = ph(volume * acid_strength, litres * base_strength, volume + litres)
        points.append((ml, round(value, 2)))
    for i in range(1, len(points)):
        slope = (points[i][1] - points[i - 1][1]) / (points[i][0] - points[i - 1][0])
        if abs(slope) > steepest:
            steepest = abs(slope)
            turning = (points[i][0] + points[i - 1][0]) / 2
    return turning, steepest, points[-1]
