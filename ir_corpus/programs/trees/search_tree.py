# calls: build([50, 30, 70, 20, 40, 60, 80, 10, 35, 65, 90, 55] * 3)
def insert(tree, value):
    node = 0
    while True:
        if value == tree[node][0]:
            return
        side = 1 if value < tree[node][0] else 2
        following = tree[node][side]
        if following == -1:
            tree[node][side] = len(tree)
            tree.append([value, -1, -1])
            return
        node = following


def depth(tree, node):
    if node == -1:
        return 0
    return 1 + max(depth(tree, tree[node][1]), depth(tree, tree[node][2]))


def build(values):
    tree = [[values[0], -1, -1]]
    for i in range(1, len(values)):
        insert(tree, values[i])
    return depth(tree, 0), len(tree)
