# calls: recommend({'u%d' % i: ['t%d' % (i * k % 17) for k in range(1, 9)] for i in range(14)}, 'u3', 4)
def overlap(mine, other):
    common = 0
    for title in mine:
        if title in other:
            common += 1
    return common / (len(mine) + len(other) - common)


def recommend(history, user, count):
    scores = {}
    for other in history:
        if other == user:
            continue
        alike = overlap(history[user], history[other])
        if alike == 0:
            continue
        for title in history[other]:
            if title not in history[user]:
                scores[title] = scores.get(title, 0) + alike
    ranked = []
    for title, score in scores.items():
        ranked.append((round(-score, 6), title))
    ranked = sorted(ranked)
    result = []
    for score, title in ranked[:count]:
        readers = [name for name in history if title in history[name]]
        result.append((title, -score, len(readers)))
    return result
