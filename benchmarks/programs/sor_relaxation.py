"""Laplace's equation on a square by successive over-relaxation."""

import math


def boundary(n):
    grid = []
    for i in range(n):
        grid.append([0.0] * n)
    for i in range(n):
        t = i / (n - 1)
        grid[0][i] = math.sin(math.pi * t)
        grid[n - 1][i] = math.sin(math.pi * t) * math.exp(-math.pi)
    return grid


def sweep(grid, omega):
    """One pass over the inner points; returns the largest change."""
    biggest = 0.0
    for i in range(1, len(grid) - 1):
        for j in range(1, len(grid[i]) - 1):
            old = grid[i][j]
            new = 0.25 * (grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1])
            grid[i][j] = old + omega * (new - old)
            change = abs(grid[i][j] - old)
            if change > biggest:
                biggest = change
    return biggest


def relax(grid, tolerance=1e-6, max_iterations=500):
    n = len(grid)
    omega = 2.0 / (1.0 + math.sin(math.pi / (n - 1)))
    iterations = 0
    while iterations < max_iterations:
        iterations += 1
        if sweep(grid, omega) < tolerance:
            break
    return iterations


def max_error(grid):
    n = len(grid)
    h = 1.0 / (n - 1)
    error = 0.0
    for i in range(n):
        for j in range(n):
            exact = math.sin(math.pi * j * h) * math.exp(-math.pi * i * h)
            error = max(error, abs(exact - grid[i][j]))
    return error


def run():
    grid = boundary(26)
    iterations = relax(grid)
    return iterations, round(max_error(grid), 7), round(grid[12][12], 7)
