# calls: shortest([(i % 30, (i * 7 + i // 30) % 30, 4 + i % 5) for i in range(60)], 1, 18), shortest([(0, 1, 3)], 0, 2)
def neighbours(roads, town):
    found = []
    for a, b, km in roads:
        if a == town:
            found.append((b, km))
        elif b == town:
            found.append((a, km))
    return found


def shortest(roads, start, goal):
    distances = {start: 0}
    before = {}
    done = []
    while True:
        current = None
        for town in distances:
            if town not in done and (current is None or distances[town] < distances[current]):
                current = town
        if current is None:
            return None
        if current == goal:
            break
        done.append(current)
        for town, km in neighbours(roads, current):
            if town not in done:
                if town not in distances or distances[current] + km < distances[town]:
                    distances[town] = distances[current] + km
                    before[town] = current
    path = [goal]
    while path[-1] != start:
        path.append(before[path[-1]])
    path.reverse()
    return distances[goal], path
