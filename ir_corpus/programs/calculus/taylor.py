# calls: compare([i * 0.25 for i in range(12)], 9)
import math


def factorial(n):
    result = 1
    for k in range(2, n + 1):
        result *= k
    return result


def sine(x, terms):
    total = 0.0
    for k in range(terms):
        total += (-1) ** k * x ** (2 * k + 1) / factorial(2 * k + 1)
    return total


def exponential(x, terms):
    total = 0.0
    term = 1.0
    for k in range(terms):
        total += term
        term = term * x / (k + 1)
    return total


def compare(places, terms):
    rows = []
    for x in places:
        needed = terms
        for count in range(1, terms + 1):
            if abs(sine(x, count) - math.sin(x)) < 1e-3:
                needed = count
                break
        rows.append((x, needed, round(abs(exponential(x, terms) - math.exp(x)), 6)))
    worst = max([row[2] for row in rows])
    return rows, worst
