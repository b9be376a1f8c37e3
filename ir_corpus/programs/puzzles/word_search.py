# calls: search(['catsx', 'odogr', 'wbirb', 'xelki', 'gnatb'], ['cat', 'dog', 'cow', 'elk', 'tang', 'bib', 'bat'])
DIRECTIONS = [(0, 1), (1, 0), (1, 1), (0, -1), (-1, 0), (-1, -1), (1, -1), (-1, 1)]


def reads(grid, word, r, c, dr, dc):
    for letter in word:
        if r < 0 or c < 0 or r >= len(grid) or c >= len(grid[0]):
            return False
        if grid[r][c] != letter:
            return False
        r += dr
        c += dc
    return True


def search(grid, words):
    found = {}
    used = []
    for word in words:
        for r in range(len(grid)):
            for c in range(len(grid[0])):
                for dr, dc in DIRECTIONS:
                    if word not in found and reads(grid, word, r, c, dr, dc):
                        found[word] = (r, c)
                        for k in range(len(word)):
                            if (r + k * dr, c + k * dc) not in used:
                                used.append((r + k * dr, c + k * dc))
    rest = ''
    for r in range(len(grid)):
        for c in range(len(grid[r])):
            if (r, c) not in used:
                rest += grid[r][c]
    return found, [word for word in words if word not in found], rest
