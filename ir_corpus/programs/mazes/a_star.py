# calls: find_way(14, 12, [(i % 10 + 1, i * 4 % 11) for i in range(26)], (0, 0), (13, 11))
# calls: find_way(6, 6, [], (0, 0), (5, 5))
import heapq


def estimate(a, b):
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def find_way(width, height, walls, start, goal):
    heap = [(estimate(start, goal), 0, start)]
    costs = {start: 0}
    opened = 0
    widest = 1
    while heap:
        priority, cost, here = heapq.heappop(heap)
        opened += 1
        if here == goal:
            return cost, opened, widest
        if cost > costs[here]:
            continue
        for step in [(1, 0), (0, 1), (-1, 0), (0, -1)]:
            there = (here[0] + step[0], here[1] + step[1])
            if there[0] < 0 or there[1] < 0 or there[0] >= width or there[1] >= height:
                continue
            if there in walls:
                continue
            if there not in costs or cost + 1 < costs[there]:
                costs[there] = cost + 1
                heapq.heappush(heap, (cost + 1 + estimate(there, goal), cost + 1, there))
        widest = max(widest, len(heap))
    return None, opened, widest
