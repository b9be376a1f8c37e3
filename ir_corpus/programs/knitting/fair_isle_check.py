# calls: check(['ABBA' * 6, 'AABCCB' * 4, 'ABCD' * 6, 'A' * 24, 'AAAAAAAB' * 3, 'CABAAC' * 4] * 5, 5, 2), check(['AB'], 1, 1)
def colours(row):
    seen = []
    for stitch in row:
        if stitch not in seen:
            seen.append(stitch)
    return seen


def longest_float(row, colour):
    if colour not in row:
        return 0
    positions = [i for i, s in enumerate(row) if s == colour]
    longest = len(row) - positions[-1] - 1 + positions[0]
    for a, b in zip(positions, positions[1:]):
        longest = max(longest, b - a - 1)
    return longest


def stacked(rows, r, c):
    height = 1
    while r + height < len(rows) and rows[r + height][c % len(rows[r + height])] == rows[r][c]:
        height += 1
    return height


def check(rows, float_limit, colour_limit):
    notes = []
    yarn = {}
    for r, row in enumerate(rows):
        names = colours(row)
        if len(names) > colour_limit:
            notes.append((r, 'colours', len(names)))
        for name in names:
            f = longest_float(row, name)
            if f > float_limit:
                notes.append((r, 'float ' + name, f))
            yarn[name] = yarn.get(name, 0) + row.count(name) + 0.25 * sum(1 for s in row if s != name)
    towers = [stacked(rows, 0, c) for c in range(len(rows[0]))] if rows else []
    return notes, yarn, max(towers, default=0)
