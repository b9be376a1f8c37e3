# calls: bases([[]] + [[i - 1] if i % 4 else [i - 1, i * 2 // 3] if i % 8 else [i // 2] for i in range(1, 60)], [(59, 48), (40, 57), (7, 30), (12, 12)]), bases([[], [0], [0]], [(1, 2)])
def history(parents, commit):
    seen = []
    todo = [commit]
    while todo:
        current = todo.pop()
        if current in seen:
            continue
        seen.append(current)
        todo.extend(parents[current])
    return seen


def is_ancestor(parents, old, new):
    return old in history(parents, new)


def merge_bases(parents, a, b):
    right = history(parents, b)
    shared = [c for c in history(parents, a) if c in right]
    best = []
    for c in shared:
        if not any(c != other and is_ancestor(parents, c, other) for other in shared[:6]):
            best.append(c)
    return sorted(best)


def generation(parents):
    depth = []
    for commit in range(len(parents)):
        above = [depth[p] for p in parents[commit] if p < commit]
        depth.append(max(above) + 1 if above else 0)
    return depth


def bases(parents, pairs):
    answers = []
    for a, b in pairs:
        found = merge_bases(parents, a, b)
        ahead = len([c for c in history(parents, a) if c not in history(parents, found[-1])])
        answers.append((a, b, found[-2:], ahead))
    merges = [c for c in range(len(parents)) if len(parents[c]) > 1]
    heads = [c for c in range(len(parents)) if not any(c in p for p in parents)]
    return answers, len(merges), heads, max(generation(parents))
