# calls: straights('#########,#...#...#,#.#.#.#.#,#.#...#.#,#.#####.#,#.......#,#########,' + ','.join('#' + '.#..'[k % 4:] * 4 + '#' * (k % 4 * 4) + '#' for k in range(24))), junctions('#######,#.....#,#.#.#.#,#.....#,#.#.#.#,#.....#,#######'), junctions(','.join(''.join('.#'[(r * c + r) % 3 == 1] for c in range(20)) for r in range(14)))
def to_rows(text):
    return [list(line) for line in text.split(',')]


def straights(text):
    rows = to_rows(text)
    columns = [[row[c] for row in rows] for c in range(len(rows[0]))]
    longest = 0
    histogram = {}
    for lines in (rows, columns):
        for line in lines:
            run = 0
            for k in range(len(line)):
                if line[k] == '.':
                    run += 1
                if (line[k] != '.' or k == len(line) - 1) and run > 0:
                    if run > 1:
                        histogram[run] = histogram.get(run, 0) + 1
                    longest = max(longest, run)
                    run = 0
    return longest, sorted(histogram.items())


def junctions(text):
    rows = to_rows(text)
    crossings = []
    corners = 0
    for r in range(1, len(rows) - 1):
        for c in range(1, len(rows[r]) - 1):
            if rows[r][c] == '#':
                continue
            around = [rows[r - 1][c], rows[r + 1][c], rows[r][c - 1], rows[r][c + 1]]
            ways = sum(1 for cell in around if cell == '.')
            if ways >= 3:
                crossings.append((r, c))
            elif ways == 2 and around[0] != around[1]:
                corners += 1
    return crossings, corners
