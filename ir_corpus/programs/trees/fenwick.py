# calls: running(64)
def update(tree, i, amount):
    while i < len(tree):
        tree[i] += amount
        i += i & -i


def query(tree, i):
    total = 0
    while i > 0:
        total += tree[i]
        i -= i & -i
    return total


def running(size):
    tree = [0] * (size + 1)
    for i in range(1, size + 1):
        update(tree, i, i * 3 % 7)
    out = []
    for i in range(1, size + 1):
        out.append(query(tree, i))
    largest = 0
    for i in range(len(out)):
        largest = max(largest, out[i])
    return out, largest
