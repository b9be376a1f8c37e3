# calls: throughput(['..####..', '.######.', '##....##', '#......#', '#......#', '##....##', '.######.', '..####..'], 3)
# calls: throughput(['#.' * 14, '.#' * 14] * 14, 2), throughput(['...', '.#.'], 5)
def is_open(mask, row, column):
    return mask[row][column] == '.'


def blur(values, radius):
    height = len(values)
    width = len(values[0])
    out = []
    for r in range(height):
        line = []
        for c in range(width):
            total = 0.0
            count = 0
            for k in range(-radius, radius + 1):
                if c + k >= 0 and c + k < width:
                    total += values[r][c + k]
                    count += 1
            line.append(total / count)
        out.append(line)
    return out


def throughput(mask, radius):
    values = []
    opened = 0
    for row in range(len(mask)):
        line = []
        for column in range(len(mask[0])):
            if is_open(mask, row, column):
                line.append(1.0)
                opened += 1
            else:
                line.append(0.0)
        values.append(line)
    soft = blur(values, radius)
    peak = 0.0
    edge = 0
    for row in soft:
        for value in row:
            peak = max(peak, value)
            if value > 0.25 and value < 0.75:
                edge += 1
    return opened / (len(mask) * len(mask[0])), peak, edge
