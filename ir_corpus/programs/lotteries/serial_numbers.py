# calls: book_of_tickets(400, 'NV', 8800), book_of_tickets(3, 'A', 0)
WEIGHTS = (7, 3, 1)


def check_letter(digits, prefix):
    total = 0
    for ch in prefix:
        total += ord(ch) - 55
    position = 0
    for ch in digits:
        total += int(ch) * WEIGHTS[position % 3]
        position += 1
    return 'ABCDEFGHJKLMNPRSTUVWXYZ'[total % 23]


def lucky(digits):
    half = len(digits) // 2
    left = sum(int(c) for c in digits[:half])
    right = sum(int(c) for c in digits[-half:])
    if left == right:
        return 'balanced'
    if digits == digits[::-1]:
        return 'mirror'
    up = True
    for a, b in zip(digits, digits[1:]):
        if int(b) <= int(a):
            up = False
            break
    if up:
        return 'ladder'
    if any(ch * 3 in digits for ch in digits):
        return 'triple'
    return ''


def book_of_tickets(count, prefix, start):
    letters = {}
    special = {}
    last = ''
    for n in range(start, start + count):
        digits = str(n)
        while len(digits) < 6:
            digits = '0' + digits
        letter = check_letter(digits, prefix)
        letters[letter] = letters.get(letter, 0) + 1
        kind = lucky(digits)
        if kind != '':
            if kind not in special:
                special[kind] = []
            special[kind].append(n)
        last = prefix + digits + letter
    return last, {kind: (len(s), s[0], s[-1]) for kind, s in special.items()}, max(letters.values()) - min(letters.values())
