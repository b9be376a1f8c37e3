# calls: totals(30, 12)
def totals(rows, columns):
    table = []
    for i in range(rows):
        row = []
        for j in range(columns):
            row.append((i * 31 + j * 17) % 100)
        table.append(row)
    row_sums = []
    for i in range(len(table)):
        total = 0
        for j in range(len(table[i])):
            total += table[i][j]
        row_sums.append(total)
    column_sums = [0] * columns
    for i in range(rows):
        for j in range(columns):
            column_sums[j] += table[i][j]
    grand = 0
    for value in row_sums:
        grand += value
    return row_sums, column_sums, grand
