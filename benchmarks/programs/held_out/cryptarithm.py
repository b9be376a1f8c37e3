"""A script that solves word sums, like TWO + TWO = FOUR, by trying all digits."""

from itertools import permutations

SCRIPT = True

puzzles = [
    ("TO", "GO", "OUT"),
    ("AS", "A", "MOM"),
    ("I", "BB", "ILL"),
    ("SO", "SO", "TOO"),
    ("AB", "BA", "CBC"),
]


def word_value(word, digits):
    value = 0
    for letter in word:
        value = value * 10 + digits[letter]
    return value


def letters_of(words):
    letters = []
    for word in words:
        for letter in word:
            if letter not in letters:
                letters.append(letter)
    return letters


solutions = {}
attempts = 0
for first, second, total in puzzles:
    letters = letters_of([first, second, total])
    found = []
    for choice in permutations(range(10), len(letters)):
        attempts += 1
        digits = dict(zip(letters, choice))
        if digits[first[0]] == 0 or digits[second[0]] == 0 or digits[total[0]] == 0:
            continue
        if word_value(first, digits) + word_value(second, digits) == word_value(total, digits):
            found.append(f"{word_value(first, digits)} + {word_value(second, digits)} = {word_value(total, digits)}")
    solutions[first + "+" + second] = found

unique = [puzzle for puzzle in solutions if len(solutions[puzzle]) == 1]

result = (attempts, unique, [(puzzle, len(found), found[:2]) for puzzle, found in solutions.items()])
