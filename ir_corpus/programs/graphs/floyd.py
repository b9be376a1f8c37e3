# calls: floyd(11)
def floyd(size):
    far = 1000
    table = [[far] * size for _ in range(size)]
    for i in range(size):
        table[i][i] = 0
        table[i][(i + 1) % size] = 2
        table[i][(i * 3 + 1) % size] = 5
    for k in range(size):
        for i in range(size):
            for j in range(size):
                if table[i][k] + table[k][j] < table[i][j]:
                    table[i][j] = table[i][k] + table[k][j]
    total = 0
    for i in range(size):
        for j in range(size):
            total += table[i][j]
    return total, table[0]
