# calls: play([(1, 2), (1, 1), (2, 1), (0, 0), (1, 3), (4, 4), (3, 4)], 6)
class Board:
    def __init__(self, size):
        self.size = size
        self.cells = [['.'] * size for _ in range(size)]
        half = size // 2
        for r, c in [(half - 1, half - 1), (half, half)]:
            self.cells[r][c] = 'w'
            self.cells[r][size - 1 - c] = 'b'

    def flips(self, r, c, colour):
        if self.cells[r][c] != '.':
            return []
        result = []
        for dr in [-1, 0, 1]:
            for dc in [-1, 0, 1]:
                line = []
                y = r + dr
                x = c + dc
                while 0 <= y < self.size and 0 <= x < self.size and self.cells[y][x] not in ['.', colour]:
                    line.append((y, x))
                    y += dr
                    x += dc
                if 0 <= y < self.size and 0 <= x < self.size and self.cells[y][x] == colour:
                    result += line
        return result

    def count(self, colour):
        return sum([row.count(colour) for row in self.cells])


def play(moves, size):
    board = Board(size)
    colour = 'b'
    log = []
    for r, c in moves:
        turned = board.flips(r, c, colour)
        if len(turned) == 0:
            log.append('illegal')
            continue
        for y, x in turned + [(r, c)]:
            board.cells[y][x] = colour
        colour = 'w' if colour == 'b' else 'b'
        choices = sum(1 for y in range(size) for x in range(size) if board.flips(y, x, colour))
        log.append((board.count('b'), board.count('w'), choices))
    return log
