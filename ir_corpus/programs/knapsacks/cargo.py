# calls: best_load([(3 + i * 7 % 11, 10 + i * 13 % 29) for i in range(22)], 160)
# calls: best_load([(2, 3), (3, 4), (4, 5), (5, 6)], 5), chosen_items([(2 + i % 5, 5 + i * 3 % 8) for i in range(20)], 90)
def make_table(rows, cols):
    table = []
    for r in range(rows):
        row = []
        for c in range(cols):
            row.append(0)
        table.append(row)
    return table


def fill(items, capacity):
    table = make_table(len(items) + 1, capacity + 1)
    for i in range(1, len(items) + 1):
        weight, value = items[i - 1]
        for c in range(capacity + 1):
            if weight <= c:
                table[i][c] = max(table[i - 1][c], table[i - 1][c - weight] + value)
            else:
                table[i][c] = table[i - 1][c]
    return table


def best_load(items, capacity):
    return fill(items, capacity)[len(items)][capacity]


def chosen_items(items, capacity):
    table = fill(items, capacity)
    picked = []
    c = capacity
    i = len(items)
    while i > 0 and c > 0:
        if table[i][c] != table[i - 1][c]:
            picked.insert(0, i - 1)
            c -= items[i - 1][0]
        i -= 1
    return picked
