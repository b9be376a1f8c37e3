# calls: brightest_by_constellation([('HR%d' % i, ['Ori', 'Lyr', 'Cyg', 'UMa', 'Tau', 'Leo'][i * 5 % 6], i * 37 % 650 / 100 - 0.5, i * 11 % 300 + 4) for i in range(300)], 3.0)
def absolute(magnitude, light_years):
    parsecs = light_years / 3.26
    steps = 0
    # a rough logarithm is enough here
    while parsecs > 10:
        parsecs /= 1.584893
        steps += 1
    return magnitude - steps


def brightest_by_constellation(stars, limit):
    best = {}
    visible = {}
    for star in stars:
        name, where, magnitude, distance = star
        if magnitude > limit:
            continue
        visible[where] = visible.get(where, 0) + 1
        if where not in best:
            best[where] = star
        elif magnitude < best[where][2]:
            best[where] = star
        elif magnitude == best[where][2] and distance < best[where][3]:
            best[where] = star
    lines = []
    for where in sorted(best.keys()):
        star = best[where]
        lines.append(where + ' ' + star[0] + ' ' + format(star[2], '.2f') + ' / '
                     + format(absolute(star[2], star[3]), '.2f') + ' of ' + str(visible[where]))
    hidden = len(stars)
    for where in visible:
        hidden -= visible[where]
    return lines, hidden
