# calls: steady(5, 20)
def steady(size, turns):
    table = [[float((i * 3 + j * 5) % 7 + 1) for j in range(size)] for i in range(size)]
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += table[i][j]
        for j in range(size):
            table[i][j] = table[i][j] / total
    state = [1.0 / size] * size
    for _ in range(turns):
        following = [0.0] * size
        for i in range(size):
            for j in range(size):
                following[j] += state[i] * table[i][j]
        state = following
    return [round(value, 6) for value in state]
