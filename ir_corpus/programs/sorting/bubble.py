# calls: bubble(26)
def bubble(count):
    values = []
    for i in range(count):
        values.append(i * 31 % 53)
    swaps = 0
    changed = True
    while changed:
        changed = False
        for i in range(len(values) - 1):
            if values[i] > values[i + 1]:
                temporary = values[i]
                values[i] = values[i + 1]
                values[i + 1] = temporary
                swaps += 1
                changed = True
    return values, swaps
