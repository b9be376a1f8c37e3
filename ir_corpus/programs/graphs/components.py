# calls: components(60, [(i, i * 7 % 60) for i in range(0, 60, 3)])
def components(count, edges):
    neighbours = [[] for _ in range(count)]
    for edge in edges:
        neighbours[edge[0]].append(edge[1])
        neighbours[edge[1]].append(edge[0])
    seen = [False] * count
    sizes = []
    for start in range(count):
        if not seen[start]:
            waiting = [start]
            seen[start] = True
            size = 0
            while len(waiting) > 0:
                node = waiting.pop(0)
                size += 1
                for other in neighbours[node]:
                    if not seen[other]:
                        seen[other] = True
                        waiting.append(other)
            sizes.append(size)
    return sorted(sizes, key=lambda s: -s)
