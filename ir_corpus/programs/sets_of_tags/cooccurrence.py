# calls: tag_graph([['t%d' % ((i * k + k) % 12) for k in range(1, 2 + i % 5)] for i in range(130)], 3), tag_graph([['a', 'b'], ['b', 'a', 'a']], 1)
from itertools import combinations


def pair_counts(posts):
    counts = {}
    for tags in posts:
        for pair in combinations(sorted(set(tags)), 2):
            counts[pair] = counts.get(pair, 0) + 1
    return counts


def neighbours(counts, least):
    near = {}
    for (a, b), n in counts.items():
        if n >= least:
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
    return near


def components(near):
    seen = []
    parts = []
    for start in sorted(near):
        if start in seen:
            continue
        part = []
        todo = [start]
        while todo:
            tag = todo.pop()
            if tag in seen:
                continue
            seen.append(tag)
            part.append(tag)
            todo.extend(near[tag])
        parts.append(sorted(part))
    return parts


def jaccard(posts, a, b):
    both = sum(1 for tags in posts if a in tags and b in tags)
    either = sum(1 for tags in posts if a in tags or b in tags)
    return both / either


def tag_graph(posts, least):
    counts = pair_counts(posts)
    near = neighbours(counts, least)
    strong = sorted(counts, key=lambda p: (-counts[p], p))[:6]
    return components(near), [(p, round(jaccard(posts, *p), 3)) for p in strong]
