# calls: balance([3, 8, 2, 5, 9, 1, 4, 7, 6, 2, 8, 3, 5, 5, 4, 9, 2, 1, 6, 7] * 4, 4), balance([4], 3)
def columns_needed(blocks, height):
    count = 1
    filled = 0
    for block in blocks:
        if block > height:
            return 10 ** 6
        if filled + block > height:
            count += 1
            filled = 0
        filled += block
    return count


def pour(blocks, height):
    columns = [[]]
    for block in blocks:
        if sum(columns[-1]) + block > height:
            columns.append([])
        columns[-1].append(block)
    return columns


def balance(blocks, wanted):
    height = max(blocks)
    while columns_needed(blocks, height) > wanted:
        height += 1
    columns = pour(blocks, height)
    while len(columns) < wanted:
        columns.append([])
    heights = [sum(c) for c in columns]
    return height, heights, max(heights) - min(heights), [len(c) for c in columns]
