# calls: profile([[100 + (r * 17 + c * 23) % 40 for c in range(12)] for r in range(12)], (0.5, 0.5), (10.2, 9.7), 120)
# calls: profile([[0, 10], [20, 30]], (0, 0), (1, 1), 60), profile([[5] * 4] * 3, (-2, 1), (6, 1), 40)
import math


def clamp(v, low, high):
    return max(low, min(high, v))


def height(grid, x, y):
    x = clamp(x, 0, len(grid[0]) - 1)
    y = clamp(y, 0, len(grid) - 1)
    c = min(int(x), len(grid[0]) - 2)
    r = min(int(y), len(grid) - 2)
    fx = x - c
    fy = y - r
    top = grid[r][c] * (1 - fx) + grid[r][c + 1] * fx
    bottom = grid[r + 1][c] * (1 - fx) + grid[r + 1][c + 1] * fx
    return top * (1 - fy) + bottom * fy


def profile(grid, start, end, steps):
    up = down = 0.0
    length = 0.0
    previous = None
    steepest = (0.0, None)
    for k in range(steps + 1):
        x = start[0] + (end[0] - start[0]) * k / steps
        y = start[1] + (end[1] - start[1]) * k / steps
        z = height(grid, x, y)
        if previous is not None:
            run = math.hypot(x - previous[0], y - previous[1])
            rise = z - previous[2]
            length += math.hypot(run, rise / 100)
            if rise > 0:
                up += rise
            else:
                down -= rise
            if abs(rise) / run > steepest[0]:
                steepest = (abs(rise) / run, (round(x, 2), round(y, 2)))
        previous = (x, y, z)
    return round(length, 4), round(up, 3), round(down, 3), steepest
