# calls: misses([i * 24 % 4096 for i in range(500)], 64, 16, 2), misses([(i * 136 + i // 3) % 2048 for i in range(200)], 32, 8, 4)
def tag_of(address, line, sets):
    return address // line // sets


def set_of(address, line, sets):
    return address // line % sets


def misses(addresses, line, sets, ways):
    lines = [[] for _ in range(sets)]
    missed = 0
    conflicts = [0] * sets
    for address in addresses:
        index = set_of(address, line, sets)
        tag = tag_of(address, line, sets)
        found = False
        for other in lines[index]:
            if other == tag:
                found = True
        if found:
            lines[index].remove(tag)
        else:
            missed += 1
            if len(lines[index]) == ways:
                lines[index].pop(0)
                conflicts[index] += 1
        lines[index].append(tag)
    busiest = 0
    for k in range(sets):
        if conflicts[k] > conflicts[busiest]:
            busiest = k
    return missed, busiest, round(missed / len(addresses) * 100, 2)
