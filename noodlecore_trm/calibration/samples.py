"""One small program per rule, with a call worth timing; what a rule does to it is measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Sample:
    """A program that the rule of the same name rewrites, and the call to time."""

    source: str
    call: str


SAMPLES: Final[dict[str, Sample]] = {
    "expand_min_max": Sample(
        """
def lowest(values):
    best = values[0]
    for value in values:
        best = min(best, value)
    return best
""",
        "lowest(list(range(500, 0, -1)))",
    ),
    "inline_function": Sample(
        """
def square(x):
    return x * x

def total(values):
    found = 0
    for value in values:
        found += square(value)
    return found
""",
        "total(list(range(500)))",
    ),
    "convert_while_to_range": Sample(
        """
def count(limit):
    found = 0
    i = 0
    while i < 1000:
        found += i & limit
        i += 1
    return found
""",
        "count(7)",
    ),
    "unroll_constant_loop": Sample(
        """
def near(grid, x):
    found = 0
    for turn in range(200):
        for step in (-1, 0, 1):
            found += grid[x + step]
    return found
""",
        "near([1, 2, 3, 4], 1)",
    ),
    "iterate_directly": Sample(
        """
def f(n):
    values = list(range(n))
    found = 0
    for i in range(len(values)):
        found += values[i]
    return found
""",
        "f(500)",
    ),
    "extend_list": Sample(
        """
def f():
    out = []
    for value in range(500):
        out.append(value)
    return out
""",
        "f()",
    ),
    "sum_loop": Sample(
        """
def f():
    found = 0
    for value in range(500):
        found += value
    return found
""",
        "f()",
    ),
    "hoist_row": Sample(
        """
def f():
    grid = [[1] * 25 for _ in range(25)]
    found = 0
    for i in range(25):
        for j in range(25):
            found += grid[i][j]
    return found
""",
        "f()",
    ),
    "promote_element": Sample(
        """
def f():
    out = [0] * 15
    for i in range(15):
        for value in range(40):
            out[i] += value
    return out
""",
        "f()",
    ),
    "hoist_invariant": Sample(
        """
def scaled(n):
    a = 3
    b = 4
    found = 0
    for i in range(n):
        found += i * (a * b + a)
    return found
""",
        "scaled(500)",
    ),
    "unswitch_loop": Sample(
        """
def total(n, limit):
    wide = len(limit) > 2
    found = 0
    for i in range(n):
        if wide:
            found += i
        else:
            found += 1
    return found
""",
        "total(500, 'abc')",
    ),
    "expand_any_all": Sample(
        """
def f():
    found = 0
    for n in range(23, 80):
        if all(n % d for d in range(2, 20)):
            found += 1
    return found
""",
        "f()",
    ),
    "test_membership_in_set": Sample(
        """
def f():
    found = 0
    for i in range(400):
        if i % 9 in [1, 2, 3, 5, 7]:
            found += 1
    return found
""",
        "f()",
    ),
    "join_equality_tests": Sample(
        """
def f():
    found = 0
    for i in range(400):
        key = i % 9
        if key == 1 or key == 2 or key == 4 or key == 6:
            found += 1
    return found
""",
        "f()",
    ),
    "count_with_get": Sample(
        """
def f():
    counts = {}
    for i in range(400):
        key = i % 7
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    return counts
""",
        "f()",
    ),
    "iterate_items": Sample(
        """
def total(n):
    table = {i: i for i in range(n)}
    found = 0
    for key in table:
        found += table[key] * key
    return found
""",
        "total(300)",
    ),
    "test_emptiness": Sample(
        """
def drained(n):
    queue = list(range(n))
    found = 0
    while len(queue) > 0:
        found += queue.pop()
    return found
""",
        "drained(400)",
    ),
    "simplify_integer_algebra": Sample(
        """
def total(n):
    found = 0
    for i in range(n):
        found += i * 1 + 0
    return found
""",
        "total(500)",
    ),
    "reuse_subexpression": Sample(
        """
def total(n):
    found = 0
    for i in range(n):
        found += (i * 3 + 1) * (i * 3 + 1)
    return found
""",
        "total(500)",
    ),
    "remove_dead_store": Sample(
        """
def total(n):
    found = 0
    for i in range(n):
        unused = i
        found += 1
    return found
""",
        "total(500)",
    ),
    "replace_constructor_call": Sample(
        """
def made(n):
    out = 0
    for i in range(n):
        row = list()
        table = dict()
        out += 1
    return out
""",
        "made(300)",
    ),
    "collect_in_comprehension": Sample(
        """
def squares(n):
    out = []
    for i in range(n):
        out.append(i * i)
    return out
""",
        "squares(500)",
    ),
    "expand_comprehension": Sample(
        """
def squares(n):
    out = [i * i for i in range(n)]
    return out
""",
        "squares(500)",
    ),
    "join_loop": Sample(
        """
def f():
    text = ""
    for letter in "abcdefghij" * 20:
        text += letter
    return text
""",
        "f()",
    ),
    "collect_string_parts": Sample(
        """
def f():
    text = ""
    for i in range(200):
        if i % 3:
            text += "#"
        else:
            text += "."
    return text
""",
        "f()",
    ),
    "count_matches": Sample(
        """
def f():
    found = 0
    for letter in "abcdefghij" * 20:
        if letter == "c":
            found += 1
    return found
""",
        "f()",
    ),
    "repeat_item": Sample(
        """
def f(n):
    grid = [[0 for _ in range(30)] for _ in range(30)]
    return len(grid)
""",
        "f(30)",
    ),
}
