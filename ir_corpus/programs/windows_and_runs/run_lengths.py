# calls: run_table(''.join('HT'[i * i // 7 % 2] for i in range(400))), run_table('A'), run_table('aabbbcaa' * 12)
from itertools import groupby
from math import sqrt


def runs(text):
    return [(letter, len(list(group))) for letter, group in groupby(text)]


def expand(pairs):
    return ''.join(letter * n for letter, n in pairs)


def shorthand(pairs):
    return ''.join(letter + (str(n) if n > 1 else '') for letter, n in pairs)


def z_value(text):
    first = text.count(text[0])
    other = len(text) - first
    if other == 0:
        return None
    n = first + other
    mean = 2 * first * other / n + 1
    var = (mean - 1) * (mean - 2) / (n - 1)
    if var <= 0:
        return None
    return round((len(runs(text)) - mean) / sqrt(var), 3)


def run_table(text):
    pairs = runs(text)
    lengths = {}
    for letter, n in pairs:
        lengths.setdefault(letter, {})
        lengths[letter][n] = lengths[letter].get(n, 0) + 1
    longest = max(pairs, key=lambda p: p[1])
    starts = [sum(n for _, n in pairs[:k]) for k in range(len(pairs)) if pairs[k] == longest]
    return lengths, longest, starts, z_value(text), expand(pairs) == text, len(shorthand(pairs)) / len(text)
