# calls: arcade([('AAA', 'BOB', 'ZED', 'KIM', 'LEO')[i * i % 5] + ':' + str(i * 7919 % 4000) for i in range(200)], 10), arcade(['X:1', 'X:1', 'bad', 'Y:-3'], 3)
def read_entry(text):
    if ':' not in text:
        return None
    name = text[:text.index(':')]
    number = text[text.index(':') + 1:]
    if not number.isdigit():
        return None
    return name, int(number)


def insert(board, name, points, size):
    i = 0
    while i < len(board):
        if points > board[i][1]:
            break
        i = i + 1
    if i >= size:
        return -1
    board.insert(i, (name, points))
    if len(board) > size:
        del board[size]
    return i


def arcade(entries, size):
    board = []
    records = 0
    personal = {}
    improved = {}
    for text in entries:
        entry = read_entry(text)
        if entry is None:
            continue
        name = entry[0]
        points = entry[1]
        if insert(board, name, points, size) == 0:
            records = records + 1
        if name not in personal or points > personal[name]:
            personal[name] = points
            if name in improved:
                improved[name] += 1
            else:
                improved[name] = 0
    lines = []
    for i in range(len(board)):
        dots = '.' * (20 - len(board[i][0]) - len(str(board[i][1])))
        lines.append(str(i + 1) + ' ' + board[i][0] + dots + str(board[i][1]))
    return lines, records, personal, improved
