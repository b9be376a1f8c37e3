# calls: attribute([('a', 'and so it was that the man of the house ' * 9), ('b', 'but in a day or two we had to go ' * 8), ('c', 'the sea and the sky and the road ' * 10)], 'and then the sky of the town was in a fog ' * 6)
# calls: attribute([('x', 'the'), ('y', 'of of')], 'of')
FUNCTION_WORDS = ('the', 'and', 'of', 'to', 'in', 'a', 'it', 'was', 'that', 'but', 'or', 'we')


def profile(text):
    words = text.lower().split()
    return [words.count(f) * 1000 / len(words) for f in FUNCTION_WORDS]


def deviations(profiles):
    columns = list(zip(*profiles))
    means = [sum(c) / len(c) for c in columns]
    spread = []
    for c, m in zip(columns, means):
        spread.append((sum((x - m) ** 2 for x in c) / len(c)) ** 0.5)
    return means, spread


def delta(p, q, means, spread):
    total = 0
    used = 0
    for x, y, m, s in zip(p, q, means, spread):
        if s == 0:
            continue
        total += abs((x - m) / s - (y - m) / s)
        used += 1
    return total / used if used else 0.0


def attribute(known, unknown):
    profiles = [profile(text) for _, text in known]
    means, spread = deviations(profiles)
    target = profile(unknown)
    ranking = sorted((round(delta(p, target, means, spread), 4), name) for (name, _), p in zip(known, profiles))
    return ranking[0][1], ranking
