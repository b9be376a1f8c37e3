# calls: layout(['railway', 'station', 'ticket', 'signal', 'train', 'guard', 'engine']), layout(['ab', 'cd']), layout([])
def cells(word, x, y, down):
    if down:
        return [(x, y + i) for i in range(len(word))]
    return [(x + i, y) for i in range(len(word))]


def allowed(board, word, x, y, down):
    crossings = 0
    places = cells(word, x, y, down)
    before = (x, y - 1) if down else (x - 1, y)
    after = (x, y + len(word)) if down else (x + len(word), y)
    if before in board or after in board:
        return -1
    for letter, (cx, cy) in zip(word, places):
        if (cx, cy) in board:
            if board[(cx, cy)] != letter:
                return -1
            crossings += 1
        else:
            sides = [(cx - 1, cy), (cx + 1, cy)] if down else [(cx, cy - 1), (cx, cy + 1)]
            if sides[0] in board or sides[1] in board:
                return -1
    return crossings


def best_place(board, word):
    best = None
    for (bx, by), letter in sorted(board.items()):
        for i in range(len(word)):
            if word[i] == letter:
                for down in (True, False):
                    x, y = (bx, by - i) if down else (bx - i, by)
                    n = allowed(board, word, x, y, down)
                    if n > 0:
                        far = abs(x) + abs(y)
                        if best is None or (n, -far) > best[0]:
                            best = ((n, -far), x, y, down)
    return best


def layout(words):
    board = {}
    left_out = []
    for word in sorted(words, key=lambda w: (-len(w), w)):
        if not board:
            board.update(zip(cells(word, 0, 0, False), word))
            continue
        place = best_place(board, word)
        if place is None:
            left_out.append(word)
        else:
            board.update(zip(cells(word, *place[1:]), word))
    xs = [x for x, y in board] or [0]
    ys = [y for x, y in board] or [0]
    rows = []
    for y in range(min(ys), max(ys) + 1):
        rows.append(''.join(board.get((x, y), ' ') for x in range(min(xs), max(xs) + 1)).rstrip())
    return rows, left_out
