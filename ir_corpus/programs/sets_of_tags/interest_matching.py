# calls: match_people([('person%02d' % i, [(i * 3 + k * k) % 15 for k in range(1 + i % 5)]) for i in range(36)]), match_people([('a', []), ('b', []), ('c', [1])])
def common(a, b):
    n = 0
    for x in a:
        for y in b:
            if x == y:
                n = n + 1
    return n


def best_for(i, people, free):
    best = -1
    best_score = -1
    for j in range(len(people)):
        if j == i or not free[j]:
            continue
        score = common(people[i][1], people[j][1]) * 10 - abs(len(people[i][1]) - len(people[j][1]))
        if score > best_score:
            best = j
            best_score = score
    return best, best_score


def match_people(people):
    free = [True] * len(people)
    pairs = []
    alone = []
    for i in range(len(people)):
        if not free[i]:
            continue
        j, score = best_for(i, people, free)
        if j == -1:
            alone.append(people[i][0])
            continue
        free[i] = False
        free[j] = False
        pairs.append((people[i][0], people[j][0], score))
    popular = []
    for topic in range(15):
        fans = 0
        for person in people:
            if topic in person[1]:
                fans += 1
        popular.append(fans)
    return pairs, alone, popular, popular.index(max(popular))
