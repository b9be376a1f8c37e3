# calls: ranges(['A1:C3', 'AA10:AB12', 'B2', 'Z9:AA8', 'C1:A1'] * 4), ranges(['Q7'])
def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.index(letter) + 1
    return number


def column_name(number):
    name = ''
    while number > 0:
        number -= 1
        name = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26] + name
        number = number // 26
    return name


def split_cell(cell):
    i = 0
    while not cell[i].isdigit():
        i += 1
    return column_number(cell[:i]), int(cell[i:])


def ranges(texts):
    cells = []
    sizes = {}
    for text in texts:
        if ':' in text:
            first, last = text.split(':')
        else:
            first = text
            last = text
        left = min(split_cell(first)[0], split_cell(last)[0])
        right = max(split_cell(first)[0], split_cell(last)[0])
        top = min(split_cell(first)[1], split_cell(last)[1])
        bottom = max(split_cell(first)[1], split_cell(last)[1])
        sizes[text] = (right - left + 1) * (bottom - top + 1)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if column_name(column) + str(row) not in cells:
                    cells.append(column_name(column) + str(row))
    return cells, sizes
