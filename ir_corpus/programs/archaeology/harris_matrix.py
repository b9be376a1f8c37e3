# calls: phases([(i, i + 1 + i % 3) for i in range(40)] + [(i, i + 5) for i in range(0, 38, 2)]), phases([(1, 2), (2, 1)])
def layers_in(relations):
    layers = []
    for above, below in relations:
        for layer in (above, below):
            if layer not in layers:
                layers.append(layer)
    return sorted(layers)


def redundant(relations, pair):
    above, below = pair
    for a, b in relations:
        if a == above and b != below and (b, below) in relations:
            return True
    return False


def phases(relations):
    remaining = layers_in(relations)
    kept = [pair for pair in relations if not redundant(relations, pair)]
    order = []
    while remaining:
        free = []
        for layer in remaining:
            if not any(b == layer and a in remaining for a, b in kept):
                free.append(layer)
        if not free:
            return order, 'contradiction among ' + str(remaining)
        order.append(free)
        remaining = [layer for layer in remaining if layer not in free]
    return order, len(relations) - len(kept)
