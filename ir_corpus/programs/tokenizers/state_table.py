# calls: scan('total1 = price2*12 + 0x1F - rate;\n' * 10)
import string

LETTER, DIGIT, SPACE, PUNCT = 0, 1, 2, 3
#         letter digit space punct
TABLE = [[1, 2, 0, 3],
         [1, 1, 0, 3],
         [1, 2, 0, 3],
         [1, 2, 0, 3]]
NAMES = ('start', 'word', 'number', 'mark')


def class_of(c):
    if c in string.ascii_letters:
        return LETTER
    if c in string.digits:
        return DIGIT
    if c in string.whitespace:
        return SPACE
    return PUNCT


def scan(text, table=TABLE):
    state = 0
    begun = 0
    pieces = []
    totals = {}
    for i in range(len(text)):
        kind = class_of(text[i])
        nxt = table[state][kind]
        if nxt != state or nxt == 3:
            if state != 0:
                pieces.append((NAMES[state], text[begun:i]))
            begun = i
        state = nxt
    if state != 0:
        pieces.append((NAMES[state], text[begun:]))
    for name, piece in pieces:
        if name not in totals:
            totals[name] = 0
        totals[name] += len(piece)
    return pieces, totals
