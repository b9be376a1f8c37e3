"""Carve a maze with a depth-first walk, and find the way through it breadth first and with A*."""

import heapq
import random
from collections import deque

WALL = "#"
FLOOR = " "


def carve(width, height, seed):
    rng = random.Random(seed)
    maze = [[WALL for _ in range(width)] for _ in range(height)]
    maze[1][1] = FLOOR
    stack = [(1, 1)]
    while len(stack) > 0:
        x, y = stack[-1]
        directions = []
        for dx, dy in [(2, 0), (-2, 0), (0, 2), (0, -2)]:
            nx, ny = x + dx, y + dy
            if 0 < nx < width - 1 and 0 < ny < height - 1 and maze[ny][nx] == WALL:
                directions.append((dx, dy))
        if not directions:
            stack.pop()
            continue
        dx, dy = directions[rng.randrange(len(directions))]
        maze[y + dy // 2][x + dx // 2] = FLOOR
        maze[y + dy][x + dx] = FLOOR
        stack.append((x + dx, y + dy))
    for i in range(height * 2):
        x = rng.randrange(1, width - 1)
        y = rng.randrange(1, height - 1)
        maze[y][x] = FLOOR
    return maze


def neighbors(maze, x, y):
    result = []
    for dx, dy in [(1, 0), (0, 1), (-1, 0), (0, -1)]:
        if maze[y + dy][x + dx] != WALL:
            result.append((x + dx, y + dy))
    return result


def breadth_first(maze, start, goal):
    queue = deque([start])
    came_from = {start: None}
    while queue:
        current = queue.popleft()
        if current == goal:
            break
        for cell in neighbors(maze, current[0], current[1]):
            if cell not in came_from:
                came_from[cell] = current
                queue.append(cell)
    path = []
    cell = goal
    while cell is not None:
        path.append(cell)
        cell = came_from[cell]
    path.reverse()
    return path, len(came_from)


def heuristic(a, b):
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def a_star(maze, start, goal):
    costs = {start: 0}
    heap = [(heuristic(start, goal), start)]
    closed = set()
    while heap:
        _, current = heapq.heappop(heap)
        if current == goal:
            return costs[goal], len(closed)
        if current in closed:
            continue
        closed.add(current)
        for cell in neighbors(maze, *current):
            cost = costs[current] + 1
            if cell not in costs or cost < costs[cell]:
                costs[cell] = cost
                heapq.heappush(heap, (cost + heuristic(cell, goal), cell))
    return None, len(closed)


def dead_ends(maze):
    count = 0
    for y in range(1, len(maze) - 1):
        for x in range(1, len(maze[y]) - 1):
            if maze[y][x] == FLOOR and len(neighbors(maze, x, y)) == 1:
                count += 1
    return count


def run():
    maze = carve(91, 61, 5)
    start = (1, 1)
    goal = (89, 59)
    path, seen = breadth_first(maze, start, goal)
    cost, expanded = a_star(maze, start, goal)
    return len(path), seen, cost, expanded, dead_ends(maze), "".join(maze[20][:40])
