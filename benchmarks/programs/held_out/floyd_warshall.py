"""All shortest paths between cities, by Floyd and Warshall."""

INF = 10**9


def make_graph(n):
    dist = [[INF] * n for _ in range(n)]
    for i in range(n):
        dist[i][i] = 0
        for step in (1, 5, 11):
            j = (i * step + step) % n
            if i != j:
                weight = (i * 7 + j * 13) % 50 + 1
                dist[i][j] = min(dist[i][j], weight)
    return dist


def floyd_warshall(dist):
    n = len(dist)
    nxt = [[None] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            if dist[i][j] < INF and i != j:
                nxt[i][j] = j
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if dist[i][k] + dist[k][j] < dist[i][j]:
                    dist[i][j] = dist[i][k] + dist[k][j]
                    nxt[i][j] = nxt[i][k]
    return nxt


def path(nxt, u, v):
    if u == v:
        return [u]
    if nxt[u][v] is None:
        return []
    route = [u]
    while u != v:
        u = nxt[u][v]
        route.append(u)
    return route


def diameter(dist):
    longest = 0
    for row in dist:
        for d in row:
            if d != INF and d > longest:
                longest = d
    return longest


def run():
    graph = make_graph(54)
    nxt = floyd_warshall(graph)
    total = sum(d for row in graph for d in row if d < INF)
    lengths = [len(path(nxt, 0, target)) for target in range(54)]
    return total, diameter(graph), path(nxt, 1, 30), sum(lengths)
