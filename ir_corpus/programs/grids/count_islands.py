# calls: islands([[1 if (r * 7 + c * 5) % 3 else 0 for c in range(9)] for r in range(9)])
def islands(grid):
    seen = []
    count = 0
    for r in range(len(grid)):
        for c in range(len(grid[0])):
            if grid[r][c] == 1 and (r, c) not in seen:
                count += 1
                waiting = [(r, c)]
                while len(waiting) > 0:
                    a, b = waiting.pop(0)
                    if a < 0 or b < 0 or a >= len(grid) or b >= len(grid[0]):
                        continue
                    if grid[a][b] == 0 or (a, b) in seen:
                        continue
                    seen.append((a, b))
                    waiting.append((a + 1, b))
                    waiting.append((a - 1, b))
                    waiting.append((a, b + 1))
                    waiting.append((a, b - 1))
    return count
