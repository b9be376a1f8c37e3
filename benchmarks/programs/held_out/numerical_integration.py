"""Integrals by the trapezoidal rule, Simpson's rule and Romberg's method; roots by Newton and bisection."""

import math


def f(x):
    return math.exp(-x * x)


def g(x):
    return 1 / (1 + x**2)


def h(x):
    return x**3 - 2 * x - 5


def trapezoid(func, a, b, n):
    width = (b - a) / n
    total = 0.5 * (func(a) + func(b))
    for i in range(1, n):
        total += func(a + i * width)
    return total * width


def simpson(func, a, b, n):
    if n % 2 == 1:
        n += 1
    width = (b - a) / n
    total = func(a) + func(b)
    for i in range(1, n):
        x = a + i * width
        if i % 2 == 0:
            total += 2 * func(x)
        else:
            total += 4 * func(x)
    return total * width / 3


def romberg(func, a, b, levels):
    table = [[0.0] * (levels + 1) for _ in range(levels + 1)]
    for i in range(levels + 1):
        table[i][0] = trapezoid(func, a, b, 2**i)
        for j in range(1, i + 1):
            table[i][j] = table[i][j - 1] + (table[i][j - 1] - table[i - 1][j - 1]) / (4**j - 1)
    return table[levels][levels]


def derivative(func, x, eps=1e-6):
    return (func(x + eps) - func(x - eps)) / (2 * eps)


def newton(func, x):
    for _ in range(50):
        step = func(x) / derivative(func, x)
        x = x - step
        if abs(step) < 1e-12:
            break
    return x


def bisection(func, low, high):
    while high - low > 1e-12:
        middle = (low + high) / 2
        if func(low) * func(middle) <= 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def run():
    results = []
    for func in (f, g):
        results.append(round(trapezoid(func, 0, 3, 8000), 10))
        results.append(round(simpson(func, 0, 3, 8000), 10))
        results.append(round(romberg(func, 0, 3, 12), 10))
    results.append(round(newton(h, 3), 9))
    results.append(round(bisection(h, 0, 10), 9))
    return results
