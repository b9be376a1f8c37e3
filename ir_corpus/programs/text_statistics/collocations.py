# calls: pairs_near(('strong tea and strong coffee with white bread or black coffee and weak tea ' * 8).split(), 3), pairs_near(['x', 'y', 'x'], 1)
import math

STOP = ['and', 'or', 'with', 'the', 'of']


def keep(word):
    return word not in STOP and len(word) > 1


def pairs_near(words, reach):
    singles = {}
    joint = {}
    for i, w in enumerate(words):
        if not keep(w):
            continue
        singles[w] = singles.get(w, 0) + 1
        for v in words[i + 1:i + 1 + reach]:
            if keep(v) and v != w:
                key = (w, v) if w < v else (v, w)
                joint[key] = joint.get(key, 0) + 1
    n = len(words)
    scored = []
    for (a, b), both in joint.items():
        pmi = math.log2(both * n / (singles[a] * singles[b]))
        scored.append((round(pmi, 3), both, a + ' ' + b))
    scored.sort(key=lambda s: (-s[0], s[2]))
    return scored[:10], best_partner(scored, singles)


def best_partner(scored, singles):
    partner = {}
    for word in sorted(singles):
        options = [s for s in scored if word in s[2].split(' ')]
        partner[word] = max(options)[2] if options else ''
    return partner
