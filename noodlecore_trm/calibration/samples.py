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
def total(values):
    found = 0
    for i in range(len(values)):
        found += values[i]
    return found
""",
        "total(list(range(500)))",
    ),
    "extend_list": Sample(
        """
def copied(values):
    out = []
    for value in values:
        out.append(value)
    return out
""",
        "copied(list(range(500)))",
    ),
    "sum_loop": Sample(
        """
def total(values):
    found = 0
    for value in values:
        found += value
    return found
""",
        "total(list(range(500)))",
    ),
    "hoist_row": Sample(
        """
def total(grid, n):
    found = 0
    for i in range(n):
        for j in range(n):
            found += grid[i][j]
    return found
""",
        "total([[1] * 25 for _ in range(25)], 25)",
    ),
    "promote_element": Sample(
        """
def sums(rows):
    out = [0] * len(rows)
    for i in range(len(rows)):
        for value in range(40):
            out[i] += value
    return out
""",
        "sums([0] * 15)",
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
    "expand_any_all": Sample(
        """
def prime(n):
    return all(n % d for d in range(2, 20))
""",
        "[prime(n) for n in range(23, 80)]",
    ),
    "test_membership_in_set": Sample(
        """
def vowels(text):
    found = 0
    for letter in text:
        if letter in ["a", "e", "i", "o", "u"]:
            found += 1
    return found
""",
        "vowels('the quick brown fox' * 20)",
    ),
    "join_equality_tests": Sample(
        """
def signs(text):
    found = 0
    for letter in text:
        if letter == "+" or letter == "-" or letter == "*" or letter == "/":
            found += 1
    return found
""",
        "signs('1 + 2 - 3 * 4 / 5' * 20)",
    ),
    "count_with_get": Sample(
        """
def histogram(text):
    counts = {}
    for letter in text:
        if letter in counts:
            counts[letter] += 1
        else:
            counts[letter] = 1
    return counts
""",
        "histogram('the quick brown fox' * 20)",
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
}
