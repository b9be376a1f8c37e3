# calls: stripes([8, 5, 3, 2, 1, 1, 2, 3] * 4, ['sea', 'sand', 'coal', 'rose'], 260), stripes([1], ['a'], 5), stripes([4, 2], ['a', 'b'], 9)
def colour_cycle(names):
    i = 0
    forward = True
    while True:
        yield names[i]
        if len(names) == 1:
            continue
        if forward:
            i += 1
            if i == len(names) - 1:
                forward = False
        else:
            i -= 1
            if i == 0:
                forward = True


def paint(widths, names, rows):
    colours = colour_cycle(names)
    sequence = []
    k = 0
    while len(sequence) < rows:
        colour = next(colours)
        for _ in range(widths[k % len(widths)]):
            sequence.append(colour)
        k += 1
    return sequence[:rows]


def ends_to_weave(sequence, carry):
    last_used = {}
    ends = 0
    for row in range(len(sequence)):
        colour = sequence[row]
        if colour not in last_used or row - last_used[colour] > carry:
            ends += 2
        last_used[colour] = row
    return ends


def stripes(widths, names, rows):
    sequence = paint(widths, names, rows)
    counts = {}
    for colour in sequence:
        counts[colour] = counts.get(colour, 0) + 1
    odd = 0
    start = 0
    for row in range(1, len(sequence) + 1):
        if row == len(sequence) or sequence[row] != sequence[row - 1]:
            if (row - start) % 2 == 1:
                odd += 1
            start = row
    weave = [ends_to_weave(sequence, carry) for carry in range(1, 12, 2)]
    return counts, odd, weave
