# calls: heat(30, 25)
def heat(cells, steps):
    values = [0.0] * cells
    values[0] = 100.0
    step = 0
    while step < steps:
        following = [value for value in values]
        for i in range(1, cells - 1):
            following[i] = values[i] + 0.2 * (values[i - 1] - 2 * values[i] + values[i + 1])
        values = following
        step += 1
    warm = 0
    for value in values:
        if value > 1.0:
            warm += 1
    return warm, round(values[1], 4)
