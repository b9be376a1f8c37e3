# calls: paths('home>shop>cart|home>blog>home>shop|shop>cart>pay|home>about'.split('|') * 14, 2), paths(['x'], 3)
def paths(sessions, order):
    follow = {}
    for session in sessions:
        pages = ['(start)'] + session.split('>') + ['(exit)']
        for i in range(len(pages)):
            for n in range(1, order + 1):
                before = tuple(pages[max(0, i - n):i])
                if len(before) == n:
                    follow.setdefault(before, {})
                    follow[before][pages[i]] = follow[before].get(pages[i], 0) + 1
    chances = {}
    for before in follow:
        total = sum(follow[before].values())
        chances[' '.join(before)] = [(page, round(n / total, 2)) for page, n in sorted(follow[before].items())]
    return chances, predict(follow, order), exits(follow)


def predict(follow, order):
    path = ['(start)']
    while path[-1] != '(exit)' and len(path) < 12:
        options = None
        for n in range(min(order, len(path)), 0, -1):
            if tuple(path[-n:]) in follow:
                options = follow[tuple(path[-n:])]
                break
        path.append(max(sorted(options), key=lambda page: options[page]))
    return path[1:-1]


def exits(follow):
    return sorted(before[0] for before in follow if len(before) == 1 and '(exit)' in follow[before])
