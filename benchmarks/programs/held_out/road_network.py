"""Routes through a network of roads: Dijkstra with a heap, and the smallest network that joins all towns."""

import heapq


def make_roads(width: int, height: int) -> dict[str, list[tuple[str, int]]]:
    """Towns on a grid, joined to their neighbors by roads of various lengths."""
    roads: dict[str, list[tuple[str, int]]] = {}
    for y in range(height):
        for x in range(width):
            roads[f"{x},{y}"] = []
    for y in range(height):
        for x in range(width):
            here = f"{x},{y}"
            for dx, dy in ((1, 0), (0, 1), (1, 1)):
                if x + dx < width and y + dy < height and (x * 3 + y * 5 + dx) % 7 != 0:
                    there = f"{x + dx},{y + dy}"
                    length = (x * 17 + y * 31 + dx * 5 + dy * 11) % 19 + 1
                    roads[here].append((there, length))
                    roads[there].append((here, length))
    return roads


def dijkstra(roads, start):
    distances = {town: float("inf") for town in roads}
    previous = {}
    distances[start] = 0
    queue = [(0, start)]
    visited = set()
    while queue:
        distance, town = heapq.heappop(queue)
        if town in visited:
            continue
        visited.add(town)
        for neighbor, length in roads[town]:
            new_distance = distance + length
            if new_distance < distances[neighbor]:
                distances[neighbor] = new_distance
                previous[neighbor] = town
                heapq.heappush(queue, (new_distance, neighbor))
    return distances, previous


def route(previous, start, goal):
    path = [goal]
    while path[-1] != start:
        path.append(previous[path[-1]])
    path.reverse()
    return path


def find(parents, town):
    while parents[town] != town:
        parents[town] = parents[parents[town]]
        town = parents[town]
    return town


def spanning_tree(roads):
    """Kruskal's algorithm; returns the length and the number of the roads chosen."""
    edges = []
    for town, neighbors in roads.items():
        for neighbor, length in neighbors:
            if town < neighbor:
                edges.append((length, town, neighbor))
    edges.sort()
    parents = {town: town for town in roads}
    total = 0
    count = 0
    for length, a, b in edges:
        root_a = find(parents, a)
        root_b = find(parents, b)
        if root_a != root_b:
            parents[root_a] = root_b
            total += length
            count += 1
    return total, count


def run():
    roads = make_roads(40, 36)
    distances, previous = dijkstra(roads, "1,0")
    path = route(previous, "1,0", "39,35")
    reachable = [d for d in distances.values() if d != float("inf")]
    return distances["39,35"], len(path), path[5:8], max(reachable), len(reachable), spanning_tree(roads)
