# calls: best([3, 4, 5, 9, 4, 7, 2], [3, 4, 4, 10, 4, 8, 1], 25)
def best(weights, values, capacity):
    rows = len(weights) + 1
    table = [[0] * (capacity + 1) for _ in range(rows)]
    for i in range(1, rows):
        for room in range(capacity + 1):
            table[i][room] = table[i - 1][room]
            if weights[i - 1] <= room:
                table[i][room] = max(table[i][room], table[i - 1][room - weights[i - 1]] + values[i - 1])
    chosen = []
    room = capacity
    i = rows - 1
    while i > 0:
        if table[i][room] != table[i - 1][room]:
            chosen.append(i - 1)
            room -= weights[i - 1]
        i -= 1
    return table[rows - 1][capacity], chosen
