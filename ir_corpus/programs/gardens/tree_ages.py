# calls: oldest([{'species': ['oak', 'beech', 'birch', 'elm'][i % 4], 'girth': 30 + i * 47 % 300, 'x': i % 15, 'y': i // 15} for i in range(150)], 90)
# calls: oldest([{'species': 'oak', 'girth': 400, 'x': 0, 'y': 0}], 10)
FACTORS = {'oak': 0.8, 'beech': 0.6, 'birch': 0.45}


def diameter(girth):
    return girth / 3.141592653589793


def age(tree):
    factor = FACTORS.get(tree['species'], 0.5)
    return diameter(tree['girth']) * 2.54 * factor


def oldest(trees, protected_age):
    champions = {}
    protected = []
    for tree in trees:
        kind = tree['species']
        if kind not in champions or age(tree) > age(champions[kind]):
            champions[kind] = tree
        if age(tree) >= protected_age:
            protected.append(tree)
    alone = 0
    for tree in protected:
        crowd = False
        for other in trees:
            if other is tree:
                continue
            if abs(other['x'] - tree['x']) <= 1 and abs(other['y'] - tree['y']) <= 1 and age(other) > 20:
                crowd = True
                break
        if not crowd:
            alone += 1
    names = [kind + ' at ' + str(champions[kind]['x']) + '/' + str(champions[kind]['y']) for kind in sorted(champions)]
    return names, len(protected), alone
