# calls: section([(0.0125, 0.25), (0.16, 0.035), (0.2, 0.9), (0.02, 0.87)], 20.0, -10.0, 40)
# calls: section([(0.3, 0.5)], 21.0, 5.0, 600)
def magnus(celsius):
    return 6.112 * 2.718281828459045 ** (17.62 * celsius / (243.12 + celsius))


def section(layers, inside, outside, slices):
    resistance = 0.13 + 0.04
    for thickness, conductivity in layers:
        resistance += thickness / conductivity
    flux = (inside - outside) / resistance
    temperature = inside - flux * 0.13
    wet = []
    depth = 0.0
    frost_line = None
    vapour = 0.5 * magnus(inside)
    for number in range(len(layers)):
        for k in range(slices):
            depth = depth + layers[number][0] / slices
            temperature = temperature - flux * layers[number][0] / slices / layers[number][1]
            if temperature < 0.0 and frost_line is None:
                frost_line = depth
            if magnus(temperature) < vapour:
                wet.append((number, k))
            vapour = vapour * (1.0 - 0.3 / (slices * len(layers)))
    return round(1 / resistance, 4), frost_line, len(wet), wet[:1]
