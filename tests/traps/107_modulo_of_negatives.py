"""
numba/numba#151: Signed modulo returns wrong value for some negative int
"""


def rest(text, number):
    size = len(text) - 4
    return size % 3, size % -3, number % 8, -size % 5, (size * 2) % 2
# --- wrong
import math


def rest(text, number):
    size = len(text) - 4
    return int(math.fmod(size, 3)), int(math.fmod(size, -3)), number & 7, -(size % 5), 0
# --- driver
for text in ("", "a", "abcde"):
    attempt(rest, text, -3)
    attempt(rest, text, 2.5)
    attempt(rest, text, "%d")
