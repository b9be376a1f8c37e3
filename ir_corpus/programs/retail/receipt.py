# calls: receipt([('Oat milk', 2, 1.79), ('Coffee beans, dark roast 1 kg', 1, 15.9), ('Pears', 7, 0.45)] * 9, 32)
def money(amount):
    text = str(round(amount * 100))
    while len(text) < 3:
        text = '0' + text
    return text[:-2] + '.' + text[-2:]


def pad(left, right, width):
    if len(left) + len(right) + 1 > width:
        left = left[:width - len(right) - 3] + '..'
    gap = width - len(left) - len(right)
    return left + ' ' * gap + right


def receipt(items, width):
    text = ''
    total = 0.0
    count = 0
    for name, number, price in items:
        if number > 1:
            name = str(number) + ' x ' + name
        text += pad(name, money(number * price), width) + '\n'
        total = total + number * price
        count = count + number
    text += '-' * width + '\n'
    text += pad('TOTAL (' + str(count) + ' items)', money(total), width) + '\n'
    return text
