# calls: third_octaves([(20.0 * 1.02 ** i, 1.0 / (i + 1)) for i in range(220)]), third_octaves([])
def third_octaves(lines):
    centres = []
    k = -16
    while k <= 13:
        centres.append(1000.0 * 2.0 ** (k / 3))
        k += 1
    bands = [0.0 for _ in range(len(centres))]
    missed = 0
    for line in lines:
        placed = False
        for b in range(len(centres)):
            if line[0] >= centres[b] / 2 ** (1 / 6) and line[0] < centres[b] * 2 ** (1 / 6):
                bands[b] = bands[b] + line[1] ** 2
                placed = True
                break
        if not placed:
            missed += 1
    loudest = 0
    for b in range(1, len(bands)):
        if bands[b] > bands[loudest]:
            loudest = b
    empty = len([b for b in bands if b == 0.0])
    return round(centres[loudest], 1), empty, missed
