# calls: pour_out((8, 5, 3), (8, 0, 0), 4), pour_out((3, 5), (0, 0), 4, True), pour_out((24, 13, 11, 5), (24, 0, 0, 0), 8)
# calls: pour_out((6, 10), (0, 0), 5, True)
def pour(state, sizes, a, b):
    amount = min(state[a], sizes[b] - state[b])
    new = list(state)
    new[a] -= amount
    new[b] += amount
    return tuple(new)


def replace(state, i, value):
    return state[:i] + (value,) + state[i + 1:]


def moves(state, sizes, tap):
    for a in range(len(state)):
        for b in range(len(state)):
            if a != b and state[a] > 0 and state[b] < sizes[b]:
                yield 'pour %d>%d' % (a, b), pour(state, sizes, a, b)
        if tap:
            yield 'fill %d' % a, replace(state, a, sizes[a])
            yield 'empty %d' % a, replace(state, a, 0)


def pour_out(sizes, start, goal, tap=False):
    came = {start: None}
    queue = [start]
    while queue:
        state = queue.pop(0)
        if goal in state:
            steps = []
            while came[state] is not None:
                state, how = came[state]
                steps.append(how)
            steps.reverse()
            return len(came), steps
        for how, new in moves(state, sizes, tap):
            if new not in came:
                came[new] = (state, how)
                queue.append(new)
    return len(came), 'impossible'
