# calls: pour([i * 13 % 9 * (i % 4 == 0) for i in range(400)], 2, 12), pour([100, 0, 0], 3, 10), pour([], 1, 1)
def drain(level, rate):
    if level < rate:
        return 0, level
    return level - rate, rate


def fill(level, amount, capacity):
    space = capacity - level
    if amount <= space:
        return level + amount, 0
    return capacity, amount - space


def bar(level, capacity):
    filled = 10 * level // capacity
    text = '['
    for i in range(10):
        if i < filled:
            text += '#'
        else:
            text += ' '
    return text + ']'


def pour(amounts, rate, capacity):
    level = 0
    spilled = 0
    passed = 0
    dry = 0
    shapes = {}
    second = 0
    while second < len(amounts) or level > 0:
        incoming = amounts[second] if second < len(amounts) else 0
        level, over = fill(level, incoming, capacity)
        spilled += over
        level, out = drain(level, rate)
        passed += out
        if out == 0:
            dry += 1
        picture = bar(level, capacity)
        shapes[picture] = shapes.get(picture, 0) + 1
        second += 1
    loss = spilled / (spilled + passed) if spilled + passed > 0 else 0.0
    return passed, spilled, dry, loss, sorted(shapes)
