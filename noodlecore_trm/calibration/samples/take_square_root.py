# float: roots(n, "abc")
import math


def roots(n, text):
    x = len(text) / 7
    total = 0.0
    for i in range(n):
        total += (x * x + 2.5) ** 0.5
    return total
