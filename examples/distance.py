"""Correct the spelling of a sentence: the nearest word of a dictionary, by edit distance."""

DICTIONARY = [
    "a", "and", "bring", "distance", "every", "faster", "language", "nearest", "of", "program", "quick", "reads",
    "same", "sentence", "snake", "stays", "the", "thousand", "through", "very", "well", "while", "word", "words",
]


def edit_distance(first, second):
    """How many letters have to be added, removed or changed."""
    previous = list(range(len(second) + 1))
    for i in range(1, len(first) + 1):
        current = [i]
        for j in range(1, len(second) + 1):
            cost = 0 if first[i - 1] == second[j - 1] else 1
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost))
        previous = current
    return previous[-1]


def nearest(word):
    best = word
    smallest = len(word) + 1
    for candidate in DICTIONARY:
        distance = edit_distance(word, candidate)
        if distance < smallest:
            smallest = distance
            best = candidate
    return best


def correct(sentence):
    return " ".join(nearest(word) for word in sentence.split())


if __name__ == "__main__":
    print(correct("evry progran stais teh samme wile teh snaek reeds verry quik"))
