# calls: turned(20, 12)
def turned(width, height):
    image = [[x + y * width for x in range(width)] for y in range(height)]
    result = []
    for x in range(width):
        row = []
        for y in range(height):
            row.append(image[height - 1 - y][x])
        result.append(row)
    flipped = []
    for y in range(len(result)):
        line = []
        for x in range(len(result[y])):
            line.append(result[y][len(result[y]) - 1 - x])
        flipped.append(line)
    corner = flipped[0][0] + flipped[width - 1][height - 1]
    return corner, flipped
