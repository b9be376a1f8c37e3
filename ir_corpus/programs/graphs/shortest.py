# calls: distances(20)
def make(size):
    edges = {}
    for i in range(size):
        edges[i] = []
        for step in [1, 3, 7]:
            edges[i].append(((i + step) % size, step * 2 % 5 + 1))
    return edges


def distances(size):
    edges = make(size)
    best = {0: 0}
    done = []
    while len(done) < size:
        nearest = None
        for node in best.keys():
            if node not in done and (nearest is None or best[node] < best[nearest]):
                nearest = node
        done.append(nearest)
        for edge in edges[nearest]:
            distance = best[nearest] + edge[1]
            if edge[0] not in best or distance < best[edge[0]]:
                best[edge[0]] = distance
    return [best[node] for node in range(size)]
