# calls: count_paths([[(r * 5 + c * 3) % 7 == 6 for c in range(30)] for r in range(28)]), count_paths([[False] * 3] * 3), cheapest([[(r * c + 3) % 9 + 1 for c in range(28)] for r in range(22)])
def count_paths(blocked):
    rows = len(blocked)
    columns = len(blocked[0])
    paths = [[0 for _ in range(columns)] for _ in range(rows)]
    for r in range(rows):
        for c in range(columns):
            if blocked[r][c]:
                paths[r][c] = 0
            elif r == 0 and c == 0:
                paths[r][c] = 1
            else:
                above = paths[r - 1][c] if r > 0 else 0
                before = paths[r][c - 1] if c > 0 else 0
                paths[r][c] = above + before
    return paths[rows - 1][columns - 1]


def cheapest(costs):
    best = []
    for r in range(len(costs)):
        best.append([])
        for c in range(len(costs[r])):
            if r == 0 and c == 0:
                best[r].append(costs[r][c])
            elif r == 0:
                best[r].append(best[r][c - 1] + costs[r][c])
            elif c == 0:
                best[r].append(best[r - 1][c] + costs[r][c])
            else:
                best[r].append(min(best[r - 1][c], best[r][c - 1]) + costs[r][c])
    return best[-1][-1]
