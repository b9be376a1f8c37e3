"""Edit distance between words, and the nearest word of a small dictionary."""

WORDS = [
    "algorithm", "altruistic", "avalanche", "backgammon", "barometer", "calendar", "cathedral",
    "challenge", "dictionary", "distance", "elephant", "embroidery", "festival", "geometric",
    "harmonica", "hurricane", "imaginary", "interest", "keyboard", "landscape", "lightning",
    "mechanism", "momentum", "narrative", "objective", "parliament", "pendulum", "question",
]
TYPED = ["algoritm", "calender", "dictionery", "embroidry", "haromnica", "paralment", "quastion", "mechansim"]


def edit_distance(first, second):
    previous = list(range(len(second) + 1))
    for i in range(1, len(first) + 1):
        current = [i]
        for j in range(1, len(second) + 1):
            if first[i - 1] == second[j - 1]:
                cost = 0
            else:
                cost = 1
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost))
        previous = current
    return previous[-1]


def nearest(word, candidates):
    best = None
    best_distance = 1000
    for candidate in candidates:
        distance = edit_distance(word, candidate)
        if distance < best_distance:
            best_distance = distance
            best = candidate
    return best, best_distance


def run():
    corrections = []
    for word in TYPED:
        corrections.append(nearest(word, WORDS))
    return corrections, edit_distance(" ".join(WORDS), " ".join(reversed(WORDS)))
