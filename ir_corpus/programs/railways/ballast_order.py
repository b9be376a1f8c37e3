# calls: plan_trains([60 + i * 17 % 45 for i in range(50)], 640, 3), plan_trains([700], 640, 1), plan_trains([], 10, 4)
def needed(metres, layers):
    tons = 0
    for layer in range(layers):
        width = 3.2 + layer * 0.3
        tons += metres * width * 0.15 * 1.7
    return int(tons) + (tons > int(tons))


def plan_trains(sections, capacity, layers):
    trains = []
    i = 0
    leftover = 0
    log = ''
    while i < len(sections):
        load = 0
        first = i
        if leftover > 0:
            load = min(capacity, leftover)
            leftover = leftover - load
            if leftover > 0:
                trains.append(load)
                log += 'F'
                continue
        while i < len(sections) and load + needed(sections[i], layers) <= capacity:
            load += needed(sections[i], layers)
            i += 1
        if i == first and load == 0:
            leftover = needed(sections[i], layers)
            i += 1
            log += 'S'
        else:
            trains.append(load)
            log += str(min(9, i - first))
    while leftover > 0:
        trains.append(min(capacity, leftover))
        leftover -= min(capacity, leftover)
        log += 'R'
    fill = 0
    for t in trains:
        fill += 100 * t // capacity
    return trains, log, fill // len(trains) if trains else 0
