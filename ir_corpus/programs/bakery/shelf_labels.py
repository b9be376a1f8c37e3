# calls: label_sheet(['walnut bread;3.95;W,G', 'butter croissant;1.60;G,M,E', 'apple turnover;2.2;G,M', 'oat bar;1.75;', 'poppy plait;4;G,E'] * 9, 22)
# calls: label_sheet(['x;0;'], 10)
ALLERGENS = {'W': 'walnut', 'G': 'gluten', 'M': 'milk', 'E': 'egg'}


def price_text(price):
    if '.' not in price:
        return price + '.00'
    whole, cents = price.split('.')
    while len(cents) < 2:
        cents = cents + '0'
    return whole + '.' + cents


def centre(text, width):
    room = width - len(text)
    if room <= 0:
        return text[:width]
    left = room // 2
    return ' ' * left + text + ' ' * (room - left)


def label(line, width):
    name, price, codes = line.split(';')
    rows = ['+' + '-' * width + '+']
    rows.append('|' + centre(name.title(), width) + '|')
    rows.append('|' + centre(price_text(price) + ' EUR', width) + '|')
    words = ''
    if codes:
        for code in codes.split(','):
            if words != '':
                words += ' '
            words += ALLERGENS[code]
    rows.append('|' + centre(words, width) + '|')
    rows.append(rows[0])
    return rows


def label_sheet(lines, width):
    sheet = ''
    for i in range(0, len(lines), 3):
        group = [label(line, width) for line in lines[i:i + 3]]
        for r in range(5):
            sheet += '  '.join([g[r] for g in group]) + '\n'
    return sheet
