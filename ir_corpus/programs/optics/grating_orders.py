# calls: overlaps(600, [404.7, 435.8, 486.1, 546.1, 577.0, 587.6, 589.3, 656.3, 667.8], 15.0, 4)
# calls: overlaps(1200, [400.0 + 7 * i for i in range(30)], 5.0, 3)
from math import asin, degrees, radians, sin


def sine_out(spacing, nm, order, incoming):
    return order * nm / spacing - sin(radians(incoming))


def overlaps(lines_per_mm, lines, incoming, orders):
    spacing = 1e6 / lines_per_mm
    spots = []
    evanescent = 0
    for order in range(-orders, orders + 1):
        for nm in lines:
            s = sine_out(spacing, nm, order, incoming)
            if s > 1 or s < -1:
                evanescent += 1
                continue
            spots.append({'order': order, 'nm': nm, 'angle': degrees(asin(s))})
    spots.sort(key=lambda spot: spot['angle'])
    close = []
    for i in range(len(spots) - 1):
        gap = spots[i + 1]['angle'] - spots[i]['angle']
        if gap < 0.25 and spots[i]['order'] != spots[i + 1]['order']:
            close.append((spots[i]['nm'], spots[i + 1]['nm'], round(gap, 4)))
    per_order = {}
    for spot in spots:
        if spot['order'] in per_order:
            per_order[spot['order']] = per_order[spot['order']] + 1
        else:
            per_order[spot['order']] = 1
    return close, per_order, evanescent
