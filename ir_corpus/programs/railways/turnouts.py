# calls: routes({'A': ['1'], '1': ['2', '3'], '2': ['4', '5'], '3': ['5', '6'], '4': ['P1', '7'], '5': ['7', 'P3'], '6': ['P3', 'P4'], '7': ['P1', 'P2'], 'B': ['3']}, ['A', 'B'], ['P1', 'P2', 'P3', 'P4'])
# calls: routes({'A': []}, ['A'], ['P'])
def paths(yard, here, goal):
    if here == goal:
        return [[here]]
    found = []
    for nxt in yard.get(here, []):
        for rest in paths(yard, nxt, goal):
            found.append([here] + rest)
    return found


def settings(yard, path):
    result = {}
    for a, b in zip(path, path[1:]):
        if len(yard[a]) > 1:
            result[a] = '+' if yard[a].index(b) == 0 else '-'
    return result


def clash(one, two):
    return [node for node in one if node in two]


def routes(yard, entries, platforms):
    book = {}
    for e in entries:
        for p in platforms:
            options = paths(yard, e, p)
            if options:
                options.sort(key=lambda path: (len(path), path))
                book[e + '-' + p] = options[0]
    table = {name: ' '.join(k + s for k, s in sorted(settings(yard, path).items())) for name, path in book.items()}
    together = []
    names = list(book)
    for i in range(len(names)):
        for j in range(i + 1, len(names)):
            if not clash(book[names[i]], book[names[j]]):
                together.append((names[i], names[j]))
    return table, together
