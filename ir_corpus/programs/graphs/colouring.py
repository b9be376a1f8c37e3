# calls: colour(40)
def conflicts(a, b):
    return (a * 7 + b * 3) % 11 < 3 or (b * 7 + a * 3) % 11 < 3


def colour(count):
    colours = [-1] * count
    for node in range(count):
        used = []
        for other in range(node):
            if conflicts(node, other) and colours[other] not in used:
                used.append(colours[other])
        chosen = 0
        while chosen in used:
            chosen += 1
        colours[node] = chosen
    most = 0
    for c in colours:
        most = max(most, c)
    return most + 1, colours
