"""The 0/1 knapsack by dynamic programming, with the chosen items read back from the table."""


def make_items(count):
    weights = []
    values = []
    for i in range(count):
        weights.append(3 + (i * 7) % 23)
        values.append(10 + (i * 37) % 91)
    return weights, values


def fill_table(weights, values, capacity):
    table = [[0] * (capacity + 1)]
    for i in range(1, len(weights) + 1):
        row = []
        for room in range(capacity + 1):
            if weights[i - 1] > room:
                row.append(table[i - 1][room])
            else:
                with_item = table[i - 1][room - weights[i - 1]] + values[i - 1]
                row.append(max(table[i - 1][room], with_item))
        table.append(row)
    return table


def chosen_items(table, weights, capacity):
    items = []
    room = capacity
    for i in range(len(weights), 0, -1):
        if table[i][room] != table[i - 1][room]:
            items.append(i - 1)
            room -= weights[i - 1]
    return items[::-1]


def run():
    weights, values = make_items(250)
    capacity = 1500
    table = fill_table(weights, values, capacity)
    items = chosen_items(table, weights, capacity)
    return table[-1][-1], len(items), sum(weights[i] for i in items)
