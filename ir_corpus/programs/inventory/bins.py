# calls: pack([31, 14, 52, 8, 27, 40, 19, 33, 5, 61] * 5, 100)
def fits(load, item, capacity):
    return load + item <= capacity


def pack(items, capacity):
    loads = []
    ordered = sorted(items, key=lambda x: -x)
    for item in ordered:
        placed = False
        for i in range(len(loads)):
            if not placed and fits(loads[i], item, capacity):
                loads[i] += item
                placed = True
        if not placed:
            loads = loads + [item]
    wasted = 0
    for load in loads:
        wasted += capacity - load
    return len(loads), wasted
