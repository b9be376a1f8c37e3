# calls: choose(240.0, [('wall', 90.0, 'brick'), ('floor', 60.0, 'wood'), ('ceiling', 60.0, 'plaster')], 0.6, 40)
# calls: choose(2000.0, [('shell', 900.0, 'brick'), ('seats', 300.0, 'felt')], 1.4, 400)
BANDS = [125, 250, 500, 1000, 2000, 4000]
ABSORPTION = {
    'brick': [0.03, 0.03, 0.03, 0.04, 0.05, 0.07],
    'wood': [0.15, 0.11, 0.10, 0.07, 0.06, 0.07],
    'plaster': [0.13, 0.015, 0.02, 0.03, 0.04, 0.05],
    'felt': [0.11, 0.32, 0.56, 0.77, 0.89, 0.91],
}


def sabine(volume, area):
    return 0.161 * volume / area


def absorption(surfaces, band):
    total = 0.0
    for surface in surfaces:
        total += surface[1] * ABSORPTION[surface[2]][band]
    return total


def choose(volume, surfaces, wanted, most):
    """Square metres of felt until every band from 500 Hz up is short enough."""
    panels = 0
    while panels < most:
        times = []
        for band in range(len(BANDS)):
            area = absorption(surfaces + [('panel', float(panels), 'felt')], band)
            times.append(sabine(volume, area))
        if all(t <= wanted for t in times[2:]):
            return panels, [round(t, 2) for t in times]
        panels += 1
    return None, []
