# calls: run([0] * 20 + [1] + [0] * 20, 30, 12)
def step(cells, rule):
    result = []
    count = len(cells)
    for i in range(count):
        left = cells[i - 1]
        right = cells[(i + 1) % count]
        result.append((rule // 2 ** (left * 4 + cells[i] * 2 + right)) % 2)
    return result


def run(cells, rule, steps):
    for _ in range(steps):
        cells = step(cells, rule)
    return cells
