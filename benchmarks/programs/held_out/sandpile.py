"""A pile of sand that topples: drop grains on the middle of a table and let the piles fall over."""

SCRIPT = True

SIZE = 21
GRAINS = 900

table = []
for y in range(SIZE):
    table.append([0] * SIZE)

lost = 0
topplings = 0
middle = SIZE // 2


def unstable(grid):
    cells = []
    for y in range(len(grid)):
        for x in range(len(grid[y])):
            if grid[y][x] >= 4:
                cells.append((x, y))
    return cells


def draw(grid, y):
    return "".join(" .+#"[value] for value in grid[y])


table[middle][middle] = GRAINS
rounds = 0
while True:
    todo = unstable(table)
    if not todo:
        break
    rounds += 1
    for x, y in todo:
        share = table[y][x] // 4
        table[y][x] -= share * 4
        topplings += share
        for dx, dy in [(1, 0), (-1, 0), (0, 1), (0, -1)]:
            nx = x + dx
            ny = y + dy
            if nx >= 0 and nx < SIZE and ny >= 0 and ny < SIZE:
                table[ny][nx] += share
            else:
                lost += share

count = [0, 0, 0, 0]
for row in table:
    for value in row:
        count[value] += 1

result = (rounds, topplings, lost, count, draw(table, middle))
