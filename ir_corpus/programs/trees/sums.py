# calls: sums((1, (2, (4,), (5, (8,), (9,))), (3, (6,), (7, (10,), (11, (12,))))))
def total(tree):
    result = tree[0]
    for i in range(1, len(tree)):
        result += total(tree[i])
    return result


def leaves(tree):
    if len(tree) == 1:
        return [tree[0]]
    found = []
    for child in tree[1:]:
        for leaf in leaves(child):
            found.append(leaf)
    return found


def height(tree):
    best = 0
    for child in tree[1:]:
        best = max(best, height(child))
    return best + 1


def sums(tree):
    return total(tree), leaves(tree), height(tree)
