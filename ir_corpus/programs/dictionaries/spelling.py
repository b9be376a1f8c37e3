# calls: suggest('helo', ['hello', 'help', 'hero', 'halo', 'world', 'yellow', 'shell', 'held', 'hollow', 'hall'] * 3, 2), suggest('x', ['y'], 0)
# calls: distance('dictionaries and glossaries', 'distinctions of glosses'), distance('', 'abc')
def distance(a, b):
    previous = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        current = [i] + [0] * len(b)
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        previous = current
    return previous[len(b)]


def common_prefix(a, b):
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]:
        n += 1
    return n


def suggest(word, lexicon, most):
    found = []
    for entry in lexicon:
        if abs(len(entry) - len(word)) > most:
            continue
        if distance(word, entry) <= most:
            found.append(entry)
    return sorted(found, key=lambda entry: (distance(word, entry), -common_prefix(word, entry), entry))
