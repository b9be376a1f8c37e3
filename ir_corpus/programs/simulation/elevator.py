# calls: ride([3, 9, 1, 4, 4, 7, 0, 8] * 6)
def ride(floors):
    floor = 0
    moved = 0
    stops = 0
    for wanted in floors:
        if wanted > floor:
            moved += wanted - floor
        elif wanted < floor:
            moved += floor - wanted
        else:
            stops += 1
        floor = wanted
    return moved, stops
