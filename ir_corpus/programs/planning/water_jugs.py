# calls: pour((0, 0, 8), (3, 5, 8), 4), pour((0, 0, 19), (5, 7, 19), 20), pour((0, 24, 0, 0), (5, 24, 11, 13), 8)
def successors(state, capacities):
    result = []
    for i in range(len(state)):
        for j in range(len(state)):
            if i == j or state[i] == 0:
                continue
            amount = min(state[i], capacities[j] - state[j])
            if amount == 0:
                continue
            changed = list(state)
            changed[i] -= amount
            changed[j] += amount
            result.append(tuple(changed))
    return result


def pour(start, capacities, goal):
    queue = [(start, 0)]
    seen = [start]
    tried = 0
    while queue:
        state, depth = queue.pop(0)
        if any(amount == goal for amount in state):
            return depth, tried, len(seen)
        for following in successors(state, capacities):
            tried += 1
            if following not in seen:
                seen.append(following)
                queue.append((following, depth + 1))
    return None, tried, len(seen)
