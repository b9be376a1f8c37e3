# calls: minimap(72, 8), minimap(30, 3)
def fake_line(n):
    indent = n * n % 4 * 2
    return ' ' * indent + 'x' * ((n * 7 + 3) % 31)


def density(line, start, width):
    filled = 0
    for k in range(start, start + width):
        if k < len(line) and line[k] != ' ':
            filled += 1
    return filled / width


def minimap(count, width):
    lines = [fake_line(n) for n in range(count)]
    columns = 40 // width
    shades = [' ', '.', 'o', 'O', '@']
    picture = []
    for top in range(0, count - 1, 2):
        row = ''
        for column in range(columns):
            upper = density(lines[top], column * width, width)
            lower = density(lines[top + 1], column * width, width)
            row += shades[min(4, int((upper + lower) / 2 * 5))]
        picture.append(row)
    blank_columns = []
    for column in range(columns):
        blank = True
        for row in picture:
            if row[column] != ' ':
                blank = False
        if blank:
            blank_columns.append(column)
    ink = 0
    for row in picture:
        for shade in row:
            if shade == '@':
                ink += 1
    return picture, blank_columns, ink
