# calls: scrub([[(i * j * 29 + 3) % 256 for j in range(12)] for i in range(14)], [(3, 4, 16), (9, 9, 1)])
def parity(byte):
    ones = 0
    while byte:
        ones += byte & 1
        byte >>= 1
    return ones % 2


def row_parities(page):
    return [sum(parity(byte) for byte in row) % 2 for row in page]


def column_parities(page):
    result = []
    for column in range(len(page[0])):
        acc = 0
        for row in range(len(page)):
            acc ^= parity(page[row][column])
        result.append(acc)
    return result


def scrub(page, flips):
    rows_before = row_parities(page)
    columns_before = column_parities(page)
    copy = [list(row) for row in page]
    for row, column, mask in flips:
        copy[row][column] ^= mask
    rows_after = row_parities(copy)
    columns_after = column_parities(copy)
    suspects = []
    for row in range(len(page)):
        for column in range(len(page[0])):
            if rows_before[row] != rows_after[row] and columns_before[column] != columns_after[column]:
                suspects.append((row, column))
    return suspects, len([s for s in suspects if copy[s[0]][s[1]] != page[s[0]][s[1]]])
