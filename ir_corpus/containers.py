def rotate(items, by):
    head, *rest = items[by:] + items[:by]
    return [head, *rest]


def invert(table):
    return {value: key for key, value in table.items() if value is not None}


def drop(table, key):
    pairs = [(row, column) for row in table for column in row if column != key]
    del table[key], table["spare"]
    return pairs, {key, "spare"}, {**table, "rest": ()}
