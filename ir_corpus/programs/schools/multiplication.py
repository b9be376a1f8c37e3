# calls: drill(12, 5)
def digits(number):
    count = 0
    while number > 0:
        number = number // 10
        count += 1
    return max(count, 1)


def drill(size, width):
    lines = []
    for a in range(1, size + 1):
        line = ''
        for b in range(1, size + 1):
            product = a * b
            line += ' ' * (width - digits(product)) + str(product)
        lines.append(line)
    squares = 0
    for i in range(1, size + 1):
        squares += i * i
    return lines, squares
