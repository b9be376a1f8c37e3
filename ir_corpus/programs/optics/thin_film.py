# calls: spectrum([(1.38, 99.6), (2.1, 130.0), (1.62, 80.0)], 1.52, list(range(400, 700, 4)))
# calls: spectrum([(1.38, 99.6)], 1.52, [450, 550, 650])
import cmath


def phase(n, nm, wavelength):
    return 2 * cmath.pi * n * nm / wavelength


def reflectance(layers, substrate, wavelength):
    b = 1 + 0j
    c = substrate + 0j
    for i in range(len(layers) - 1, -1, -1):
        n, nm = layers[i]
        delta = phase(n, nm, wavelength)
        b, c = (cmath.cos(delta) * b + 1j * cmath.sin(delta) / n * c,
                1j * n * cmath.sin(delta) * b + cmath.cos(delta) * c)
    r = (b - c) / (b + c)
    return abs(r) ** 2


def spectrum(layers, substrate, wavelengths):
    values = []
    for nm in wavelengths:
        values.append(reflectance(layers, substrate, nm))
    low = 0
    for i in range(len(values)):
        if values[i] < values[low]:
            low = i
    good = 0
    band = 0
    for value in values:
        if value < 0.01:
            good += 1
            band = max(band, good)
        else:
            good = 0
    bare = ((substrate - 1) / (substrate + 1)) ** 2
    return wavelengths[low], values[low], band, len([v for v in values if v > bare])
