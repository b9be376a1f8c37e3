# calls: moves(['f%d()' % (i // 2) if i % 2 else '  x = %d' % i for i in range(80)], 10, 30, 55), moves(['a', 'b', 'c', 'd', 'e'], 0, 2, 4)
def cut_and_paste(lines, start, end, target):
    block = lines[start:end]
    rest = lines[:start] + lines[end:]
    return rest[:target] + block + rest[target:]


def normal(line):
    return ''.join(line.lower().split())


def positions(lines):
    table = {}
    for i, line in enumerate(lines):
        key = normal(line)
        if key not in table:
            table[key] = []
        table[key].append(i)
    return table


def match_lines(old, new):
    there = positions(new)
    here = positions(old)
    pairs = []
    for i in range(len(old)):
        key = normal(old[i])
        if len(here[key]) == 1 and key in there and len(there[key]) == 1:
            pairs.append((i, there[key][0]))
    return pairs


def moves(lines, start, end, target):
    pairs = match_lines(lines, cut_and_paste(lines, start, end, target))
    runs = []
    k = 0
    while k < len(pairs):
        first = k
        while k + 1 < len(pairs) and pairs[k + 1][1] - pairs[k][1] == pairs[k + 1][0] - pairs[k][0] == 1:
            k += 1
        runs.append((pairs[first][0], pairs[first][1], k - first + 1))
        k += 1
    moved = [run for run in runs if run[0] != run[1]]
    smallest = min(moved, key=lambda run: run[2]) if moved else None
    crossings = 0
    for a in runs:
        for b in runs:
            if a[0] < b[0] and a[1] > b[1]:
                crossings += 1
    return runs, smallest, crossings
