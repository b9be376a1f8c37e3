# calls: design(15, 38), design(9, 14), design(3, 1)
def lcg(seed):
    while True:
        seed = (seed * 69069 + 1) % 4294967296
        yield seed >> 16


def connected(black, size):
    start = None
    for r in range(size):
        for c in range(size):
            if (r, c) not in black:
                start = (r, c)
    seen = {start}
    todo = [start]
    while todo:
        r, c = todo.pop()
        for cell in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if min(cell) >= 0 and max(cell) < size and cell not in black and cell not in seen:
                seen.add(cell)
                todo.append(cell)
    return len(seen) + len(black) == size * size


def short_words(black, size, r):
    run = 0
    for c in range(size + 1):
        if c == size or (r, c) in black:
            if 0 < run < 3:
                return True
            run = 0
        else:
            run += 1
    return False


def design(size, wanted):
    black = set()
    numbers = lcg(size * 100 + wanted)
    tries = 0
    while len(black) < wanted and tries < 40:
        tries += 1
        r, c = next(numbers) % size, next(numbers) % size
        if (r, c) in black:
            continue
        trial = black | {(r, c), (size - 1 - r, size - 1 - c)}
        if short_words(trial, size, r):
            continue
        if tries % 4 == 0 and not connected(trial, size):
            continue
        black = trial
    picture = [''.join('#' if (r, c) in black else '.' for c in range(size)) for r in range(size)]
    return picture, len(black), tries, connected(black, size)
