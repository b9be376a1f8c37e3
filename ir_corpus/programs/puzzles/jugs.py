# calls: pour((3, 5), 4), pour((6, 4, 1), 3), pour((6, 4), 3)
def moves(state, sizes):
    result = []
    for i in range(len(sizes)):
        if state[i] < sizes[i]:
            result.append(('fill %d' % i, state[:i] + (sizes[i],) + state[i + 1:]))
        if state[i] > 0:
            result.append(('empty %d' % i, state[:i] + (0,) + state[i + 1:]))
        for j in range(len(sizes)):
            if i != j:
                amount = min(state[i], sizes[j] - state[j])
                if amount > 0:
                    new = list(state)
                    new[i] -= amount
                    new[j] += amount
                    result.append(('pour %d to %d' % (i, j), tuple(new)))
    return result


def pour(sizes, goal):
    waiting = [((0,) * len(sizes), [])]
    seen = []
    while len(waiting) > 0:
        state, path = waiting.pop(0)
        if goal in state:
            return path
        if state in seen:
            continue
        seen.append(state)
        for name, new in moves(state, sizes):
            if new not in seen:
                waiting.append((new, path + [name]))
    return 'impossible after ' + str(len(seen)) + ' states'
