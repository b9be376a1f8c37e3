# calls: closest('recieve', ['receive', 'relieve', 'recipe', 'retrieve', 'believe', 'deceive'])
def distance(a, b):
    previous = []
    for j in range(len(b) + 1):
        previous.append(j)
    for i in range(1, len(a) + 1):
        current = [i] + [0] * len(b)
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        previous = current
    return previous[len(b)]


def closest(word, words):
    best = None
    least = 1000
    for candidate in words:
        found = distance(word, candidate)
        if found < least:
            least = found
            best = candidate
    return best, least
