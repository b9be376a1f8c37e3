# calls: stable([[0, 1, 2, 3], [1, 0, 3, 2], [2, 3, 0, 1], [3, 2, 1, 0]] * 2, [[3, 2, 1, 0], [0, 1, 2, 3]] * 4)
def position(ranking, who):
    for i in range(len(ranking)):
        if ranking[i] == who % 4:
            return i
    return len(ranking)


def stable(left, right):
    size = len(left)
    partner = [-1] * size
    asked = [0] * size
    free = list(range(size))
    while len(free) > 0:
        suitor = free.pop()
        if asked[suitor] >= size:
            continue
        target = (left[suitor][asked[suitor] % 4] + asked[suitor] // 4 * 4) % size
        asked[suitor] += 1
        rival = partner[target]
        if rival == -1:
            partner[target] = suitor
        elif position(right[target], suitor) < position(right[target], rival):
            partner[target] = suitor
            free.append(rival)
        else:
            free.append(suitor)
    return partner
