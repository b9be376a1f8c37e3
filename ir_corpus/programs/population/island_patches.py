# calls: colonise(8, 8, 20, 31), colonise(3, 3, 60, 2), colonise(15, 4, 10, 99)
def make_dice(seed):
    state = [seed]

    def chance(percent):
        state[0] = (state[0] * 75 + 74) % 65537
        return state[0] % 100 < percent
    return chance


def occupied_near(grid, r, c):
    count = 0
    for dr in (-1, 0, 1):
        for dc in (-1, 0, 1):
            if dr == 0 and dc == 0:
                continue
            if 0 <= r + dr < len(grid) and 0 <= c + dc < len(grid[0]):
                if grid[r + dr][c + dc] == '#':
                    count += 1
    return count


def season(grid, chance):
    new = []
    for r in range(len(grid)):
        row = ''
        for c in range(len(grid[0])):
            if grid[r][c] == '#':
                row += '.' if chance(15) else '#'
            else:
                row += '#' if chance(9 * occupied_near(grid, r, c)) else '.'
        new.append(row)
    return new


def colonise(height, width, seasons, seed):
    chance = make_dice(seed)
    grid = ['.' * width for _ in range(height)]
    middle = height // 2
    grid[middle] = '#' + grid[middle][1:]
    counts = []
    for _ in range(seasons):
        grid = season(grid, chance)
        counts.append(sum(row.count('#') for row in grid))
        if counts[-1] == 0:
            break
    return counts, grid
