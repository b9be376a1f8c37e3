# calls: suggest({'speling': 1, 'spelling': 40, 'selling': 12, 'smelling': 7, 'spilling': 9, 'spell': 30}, ['speling', 'spelin', 'smeling', 'xx']), suggest({'cat': 3}, ['act', 'ca', 'cat'])
LETTERS = 'abcdefghijklmnopqrstuvwxyz'


def one_away(word):
    results = []
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            results.append(head + tail[1:])
        if len(tail) > 1:
            results.append(head + tail[1] + tail[0] + tail[2:])
        for letter in LETTERS:
            results.append(head + letter + tail)
            if tail:
                results.append(head + letter + tail[1:])
    return results


def known(candidates, counts):
    kept = []
    for word in candidates:
        if word in counts and word not in kept:
            kept.append(word)
    return kept


def suggest(counts, typed):
    out = []
    total = sum(counts.values())
    for word in typed:
        common = counts.get(word, 0) / total > 0.05
        if common:
            out.append((word, word, 0))
            continue
        candidates = known(one_away(word), counts)
        if not candidates:
            out.append((word, None, 0))
            continue
        best = max(candidates, key=lambda w: (counts[w], w))
        out.append((word, best, len(candidates)))
    changed = [a for a, b, n in out if b is not None and a != b]
    return out, changed
