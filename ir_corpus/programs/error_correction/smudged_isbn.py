# calls: restore(['0-306-40?15-2', '978-0-3?6-40615-7', '080442957?', '97831614841??', 'not a book', '99921-58-10-?'] * 5)
# calls: restore(['978030640615%d' % d for d in range(10)] * 5), restore([])
def digits_only(text):
    kept = ''
    for ch in text.upper():
        if ch in '0123456789X?':
            kept += ch
    return kept


def valid10(code):
    total = 0
    for i in range(10):
        if code[i] == 'X':
            if i != 9:
                return False
            value = 10
        else:
            value = int(code[i])
        total += (10 - i) * value
    return total % 11 == 0


def valid13(code):
    if 'X' in code:
        return False
    odd = sum(int(ch) for ch in code[::2])
    even = sum(int(ch) for ch in code[1::2])
    return (odd + 3 * even) % 10 == 0


def candidates(code):
    if '?' not in code:
        return [code]
    found = []
    for ch in '0123456789X':
        found = found + candidates(code.replace('?', ch, 1))
    return found


def restore(books):
    answers = []
    tally = {'ok': 0, 'several': 0, 'bad': 0}
    for book in books:
        code = digits_only(book)
        if len(code) == 10:
            good = [c for c in candidates(code) if valid10(c)]
        elif len(code) == 13:
            good = [c for c in candidates(code) if valid13(c)]
        else:
            good = []
        kind = 'bad' if len(good) == 0 else 'ok' if len(good) == 1 else 'several'
        tally[kind] += 1
        answers.append(good[0] if kind == 'ok' else kind + str(len(good)))
    return answers[:10], tally
