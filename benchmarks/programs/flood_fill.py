"""Islands of a map by flood fill, and the way through it by breadth-first search."""

from collections import deque

WALL = "#"
START = (3, 2)
GOAL = (145, 126)


def make_map(height, width):
    rows = []
    state = 5
    for y in range(height):
        row = []
        for x in range(width):
            state = (state * 1103515245 + 12345) % 2147483648
            row.append(WALL if state // 65536 % 10 < 3 else ".")
        rows.append(row)
    return rows


def count_islands(grid):
    height = len(grid)
    width = len(grid[0])
    seen = [[False] * width for _ in range(height)]
    islands = 0
    for y in range(height):
        for x in range(width):
            if grid[y][x] == WALL or seen[y][x]:
                continue
            islands += 1
            seen[y][x] = True
            stack = [(x, y)]
            while stack:
                cx, cy = stack.pop()
                for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    nx = cx + dx
                    ny = cy + dy
                    if 0 <= nx < width and 0 <= ny < height and not seen[ny][nx] and grid[ny][nx] != WALL:
                        seen[ny][nx] = True
                        stack.append((nx, ny))
    return islands


def shortest_way(grid, start, goal):
    height = len(grid)
    width = len(grid[0])
    distance = {start: 0}
    queue = deque([start])
    while queue:
        x, y = queue.popleft()
        if (x, y) == goal:
            return distance[(x, y)]
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            nx, ny = x + dx, y + dy
            if 0 <= nx < width and 0 <= ny < height and grid[ny][nx] != WALL and (nx, ny) not in distance:
                distance[(nx, ny)] = distance[(x, y)] + 1
                queue.append((nx, ny))
    return -1


def run():
    grid = make_map(190, 220)
    return count_islands(grid), shortest_way(grid, START, GOAL)
