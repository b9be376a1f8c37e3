# calls: rank([[(i * k + k) % 19 for k in range(1, 14)] for i in range(45)], [3, 7, 7, 18]), rank([[1, 2], [2, 2], [3]], [2])
import math


def frequencies(doc):
    counts = {}
    for term in doc:
        counts[term] = counts.get(term, 0) + 1
    return counts


def idf(term, tables):
    containing = sum(1 for table in tables if term in table)
    return math.log((1 + len(tables)) / (1 + containing)) + 1


def cosine(u, v):
    dot = sum(u[t] * v[t] for t in u if t in v)
    lu = math.sqrt(sum(x * x for x in u.values()))
    lv = math.sqrt(sum(x * x for x in v.values()))
    if lu == 0 or lv == 0:
        return 0.0
    return dot / (lu * lv)


def rank(docs, query):
    tables = [frequencies(doc) for doc in docs]
    vocabulary = sorted({term for table in tables for term in table})
    weights = {term: idf(term, tables) for term in vocabulary}
    target = {t: n * weights.get(t, 0.0) for t, n in frequencies(query).items()}
    scores = []
    for number, table in enumerate(tables):
        vector = {t: table[t] / len(docs[number]) * weights[t] for t in table}
        scores.append((round(cosine(target, vector), 6), -number))
    scores.sort(reverse=True)
    return [(-n, s) for s, n in scores[:5]], min(weights, key=lambda t: (weights[t], t))
