# calls: best_offset([0, 320, 610, 980, 1270, 1650], 90, 40), best_offset([0, 100], 60, 30)
# calls: best_offset([0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000], 120, 45)
def is_green(t, offset, cycle, green):
    return (t - offset) % cycle < green


def stops_for(positions, offsets, cycle, green, start, speed):
    t = start
    stops = 0
    for i in range(1, len(positions)):
        t += (positions[i] - positions[i - 1]) / speed
        if not is_green(t, offsets[i], cycle, green):
            stops += 1
            t = t + cycle - (t - offsets[i]) % cycle
    return stops, t


def best_offset(positions, cycle, green):
    best = None
    for shift in range(0, cycle, 10):
        offsets = [shift * i % cycle for i in range(len(positions))]
        total = 0
        latest = 0.0
        for start in range(0, green, 5):
            stops, arrival = stops_for(positions, offsets, cycle, green, start, 13.9)
            total += stops
            latest = max(latest, arrival - start)
        if best is None or (total, latest) < best[0]:
            best = ((total, latest), shift)
    return best[1], best[0][0], round(best[0][1], 1)
