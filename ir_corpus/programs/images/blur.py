# calls: blurred(14, 14)
def picture(width, height):
    rows = []
    for y in range(height):
        row = []
        for x in range(width):
            row.append((x * 7 + y * 13) % 256)
        rows.append(row)
    return rows


def blurred(width, height):
    rows = picture(width, height)
    result = [[0] * width for _ in range(height)]
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            total = 0
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    total += rows[y + dy][x + dx]
            result[y][x] = total // 9
    return result
