# calls: signatures(180, 16), signatures(5, 8)
def sheet_pages(first, size, sheet):
    low = first + 2 * sheet
    high = first + size - 1 - 2 * sheet
    return [(high, low), (low + 1, high - 1)]


def fold(pages):
    order = []
    for front, back in pages:
        order.append(front[1])
        order.append(back[0])
    for front, back in reversed(pages):
        order.append(back[1])
        order.append(front[0])
    return order


def signatures(total, size):
    out = []
    blanks = 0
    first = 1
    correct = True
    while first <= total:
        pages = []
        for sheet in range(size // 4):
            pages.append(sheet_pages(first, size, sheet))
        if fold(pages) != list(range(first, first + size)):
            correct = False
        text = ''
        for sheet in pages:
            for side in sheet:
                for page in side:
                    if page > total:
                        text += ' [--]'
                        blanks += 1
                    else:
                        text += ' [' + str(page).rjust(2) + ']'
                text += ' /'
        out.append(text.strip(' /'))
        first += size
    return out, blanks, correct
