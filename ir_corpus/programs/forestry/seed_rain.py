# calls: regenerate(24, [(3, 4), (15, 9), (20, 21)], 12)
# calls: regenerate(5, [(2, 2)], 3)
def make_dice(state):
    def roll(sides):
        nonlocal state
        state = (state * 1103515245 + 12345) % 2147483648
        return (state >> 8) % sides
    return roll


def drop_seeds(grid, mother, roll, amount):
    size = len(grid)
    landed = 0
    for _ in range(amount):
        x = mother[0] + roll(5) + roll(5) - 4
        y = mother[1] + roll(5) + roll(5) - 3
        if x >= 0 and x < size and y >= 0 and y < size:
            grid[y][x] += 1
            landed += 1
    return landed


def regenerate(size, mothers, years):
    roll = make_dice(size * 1000 + years)
    grid = [[0] * size for _ in range(size)]
    mothers = list(mothers)
    diary = []
    for year in range(1, years + 1):
        landed = 0
        mast = year % 4 == 0
        for m in mothers:
            landed += drop_seeds(grid, m, roll, 24 if mast else 6)
        young = 0
        for y in range(size):
            for x in range(size):
                if grid[y][x] >= 9 and (x, y) not in mothers:
                    mothers.append((x, y))
                    grid[y][x] = 0
                elif grid[y][x] > 0:
                    young += 1
        diary.append((year, landed, young, len(mothers)))
    return diary
