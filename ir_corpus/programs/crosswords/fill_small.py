# calls: fill(['....', '.#..', '..#.', '....'], 'abet arid bale lid tend rend ad as in it et ate aria idle idea tie ten ida abed lend dare'.split()), fill(['..', '..'], ['ab', 'ba', 'aa']), fill(['.'], [])
def slots(grid):
    found = []
    for r, row in enumerate(grid):
        run = []
        for c, ch in enumerate(row + '#'):
            if ch == '#':
                if len(run) > 1:
                    found.append(run)
                run = []
            else:
                run.append((r, c))
    for c in range(len(grid[0])):
        run = []
        for r in range(len(grid) + 1):
            if r == len(grid) or grid[r][c] == '#':
                if len(run) > 1:
                    found.append(run)
                run = []
            else:
                run.append((r, c))
    return found


def options(slot, letters, words, used):
    good = []
    for word in words:
        if len(word) == len(slot) and word not in used:
            if all(letters.get(cell, ch) == ch for cell, ch in zip(slot, word)):
                good.append(word)
    return good


def solve(left, letters, words, used, steps):
    steps.append(len(left))
    if not left or len(steps) > 60:
        return letters if not left else None
    slot = min(left, key=lambda s: len(options(s, letters, words, used)))
    for word in options(slot, letters, words, used):
        more = dict(letters)
        more.update(zip(slot, word))
        answer = solve([s for s in left if s is not slot], more, words, used + [word], steps)
        if answer is not None:
            return answer
    return None


def fill(grid, words):
    steps = []
    letters = solve(slots(grid), {}, words, [], steps)
    if letters is None:
        return None, len(steps), min(steps)
    return [''.join(letters.get((r, c), ch) for c, ch in enumerate(row)) for r, row in enumerate(grid)], len(steps), 0
