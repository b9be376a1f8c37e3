# calls: shell(60)
def shell(count):
    values = [(i * 7919) % 211 for i in range(count)]
    gap = len(values) // 2
    while gap > 0:
        for i in range(gap, len(values)):
            value = values[i]
            j = i
            while j >= gap and values[j - gap] > value:
                values[j] = values[j - gap]
                j -= gap
            values[j] = value
        gap = gap // 2
    out_of_order = 0
    for i in range(len(values) - 1):
        if values[i] > values[i + 1]:
            out_of_order += 1
    return values, out_of_order
