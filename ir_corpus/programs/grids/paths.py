# calls: paths(18, 18)
def paths(width, height):
    blocked = [[(x * 5 + y * 3) % 11 == 0 and x + y > 2 for x in range(width)] for y in range(height)]
    ways = [[0] * width for _ in range(height)]
    ways[0][0] = 1
    for y in range(height):
        for x in range(width):
            if blocked[y][x]:
                ways[y][x] = 0
            elif x > 0 or y > 0:
                above = ways[y - 1][x] if y > 0 else 0
                left = ways[y][x - 1] if x > 0 else 0
                ways[y][x] = (above + left) % 1000007
    total = 0
    for y in range(height):
        for x in range(width):
            total += ways[y][x]
    return ways[height - 1][width - 1], total
