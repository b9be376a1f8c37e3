# calls: reflections(8, 3.61, 1.5406), reflections(2, 5.43, 0.71)
import math


def allowed(h, k, l):
    parities = [h % 2, k % 2, l % 2]
    return all(p == parities[0] for p in parities)


def spacing(edge, h, k, l):
    return edge / math.sqrt(h * h + k * k + l * l)


def reflections(most, edge, wavelength):
    table = {}
    skipped = 0
    for h in range(0, most + 1):
        for k in range(0, most + 1):
            for l in range(0, most + 1):
                if h == 0 and k == 0 and l == 0:
                    continue
                if not allowed(h, k, l):
                    skipped += 1
                    continue
                ratio = wavelength / (2 * spacing(edge, h, k, l))
                if ratio > 1:
                    continue
                angle = round(2 * math.degrees(math.asin(ratio)), 2)
                if angle in table:
                    table[angle] += 1
                else:
                    table[angle] = 1
    lines = []
    for angle in sorted(table.keys()):
        lines.append(str(angle) + ' x' + str(table[angle]))
    return lines, skipped
