# calls: cables(24, ['......C6B......c4F......', '........................', '...C6F..........C6B.....'] * 14), cables(6, ['C6B...']), cables(2, [])
def crossings(row):
    found = []
    i = 0
    while i < len(row):
        if row[i] in 'Cc':
            width = int(row[i + 1])
            found.append((i, width, row[i + 2]))
            i += width
        else:
            i += 1
    return found


def apply(stitches, crossing):
    place, width, way = crossing
    half = width // 2
    left = stitches[place:place + half]
    right = stitches[place + half:place + width]
    over = right if way == 'F' else left
    return stitches[:place] + right + left + stitches[place + width:], over


def position_history(history, stitch):
    return [row.index(stitch) for row in history]


def cables(width, chart):
    stitches = list(range(width))
    history = [stitches]
    on_top = [0] * width
    for row in chart:
        for crossing in crossings(row):
            stitches, over = apply(stitches, crossing)
            for s in over:
                on_top[s] += 1
        history.append(stitches)
    wander = []
    for s in range(width):
        places = position_history(history, s)
        wander.append(max(places) - min(places))
    rows_home = [n for n in range(1, len(history)) if history[n] == history[0]]
    return stitches, on_top, wander, rows_home
