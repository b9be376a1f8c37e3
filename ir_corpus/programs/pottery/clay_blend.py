# calls: blends([('ball', 5.5, 12, 9), ('fire', 3.1, 7, 6), ('red', 1.2, 9, 3), ('grog', 4.0, 0, 10)], 10, (5, 8.5))
# calls: blends([('ball', 5.5, 12, 9)], 4, (0, 20))
def parts(total, kinds):
    if kinds == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in parts(total - first, kinds - 1):
            yield (first,) + rest


def mixed(clays, recipe, column):
    return sum(clay[column] * p for clay, p in zip(clays, recipe)) / sum(recipe)


def describe(clays, recipe):
    words = [f'{p} {clay[0]}' for clay, p in zip(clays, recipe) if p > 0]
    return ' + '.join(words)


def blends(clays, total, shrinkage):
    good = []
    tested = 0
    for recipe in parts(total, len(clays)):
        tested += 1
        s = mixed(clays, recipe, 2)
        if not shrinkage[0] <= s <= shrinkage[1]:
            continue
        price = mixed(clays, recipe, 1)
        strength = mixed(clays, recipe, 3) - abs(s - 7) * 0.3
        good.append((round(strength / (1 + price), 6), recipe))
    good.sort(reverse=True)
    return [(score, describe(clays, recipe)) for score, recipe in good[:5]], len(good), tested
