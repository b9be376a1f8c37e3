# calls: search([12, 15, 18, 20, 24, 30, 36, 40, 48, 60], 0.1236, 0.002)
# calls: search([11, 17, 19, 23, 29], 0.41, 0.0005)
def ratio(driver, driven):
    return driver / driven


def is_awkward(teeth):
    return teeth == 11 or teeth == 13 or teeth == 17 or teeth == 19 or teeth == 23


def search(wheels, wanted, tolerance):
    """Two-stage trains whose ratio is near the wanted one, closest first."""
    found = []
    closest = 1e9
    checked = 0
    for a in wheels:
        for b in wheels:
            if b <= a:
                continue
            for c in wheels:
                for d in wheels:
                    if c == a or d == b or d <= c:
                        continue
                    checked += 1
                    error = abs(ratio(a, b) * ratio(c, d) - wanted)
                    if error > tolerance:
                        continue
                    closest = min(closest, error)
                    awkward = 0
                    for teeth in [a, b, c, d]:
                        if is_awkward(teeth):
                            awkward += 1
                    found.append((awkward, error, (a, b, c, d)))
    found.sort()
    return found[:5], len(found), checked, closest
