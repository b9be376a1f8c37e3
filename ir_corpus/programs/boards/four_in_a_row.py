# calls: game([3, 3, 2, 4, 1, 0, 4, 2, 2, 5, 1, 1, 6, 9, 0]), game([0, 1, 0, 1, 0, 1, 0, 1])
def drop(columns, column, player, height):
    if column < 0 or column >= len(columns):
        raise IndexError('no column ' + str(column))
    if len(columns[column]) >= height:
        raise ValueError('column ' + str(column) + ' is full')
    columns[column].append(player)


def at(columns, x, y):
    if 0 <= x < len(columns) and 0 <= y < len(columns[x]):
        return columns[x][y]
    return None


def longest(columns, x, y, player):
    best = 0
    for dx, dy in [(1, 0), (0, 1), (1, 1), (1, -1)]:
        length = 1
        for sign in [1, -1]:
            k = 1
            while at(columns, x + sign * k * dx, y + sign * k * dy) == player:
                length += 1
                k += 1
        if length > best:
            best = length
    return best


def game(moves):
    columns = [[] for _ in range(7)]
    player = 'red'
    lengths = {'red': 1, 'blue': 1}
    errors = []
    for turn in range(len(moves)):
        try:
            drop(columns, moves[turn], player, 6)
        except (IndexError, ValueError) as problem:
            errors.append(str(problem))
            continue
        y = len(columns[moves[turn]]) - 1
        lengths[player] = max(lengths[player], longest(columns, moves[turn], y, player))
        if lengths[player] >= 4:
            return player, turn, errors
        player = 'blue' if player == 'red' else 'red'
    return None, lengths, errors
