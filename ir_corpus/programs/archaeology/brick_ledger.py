# calls: ledger([[(i * 7 + 5) % 40, i % 12, i * 3 % 60] for i in range(80)]), ledger([[0, 0, 1]])
TALENT, MINA, SHEKEL = 3600, 60, 1
WEDGE = 'Y'
HOOK = '<'


def sexagesimal(n):
    digits = []
    while n > 0:
        n, d = divmod(n, 60)
        digits.insert(0, d)
    return digits or [0]


def write(n):
    parts = []
    for d in sexagesimal(n):
        part = HOOK * (d // 10) + WEDGE * (d % 10)
        parts.append(part if part else '_')
    return ' '.join(parts)


def read(text):
    n = 0
    for part in text.split(' '):
        value = 0
        for sign in part:
            if sign == HOOK:
                value += 10
            elif sign == WEDGE:
                value += 1
        n = n * 60 + value
    return n


def ledger(entries):
    tablet = []
    total = 0
    for talents, minas, shekels in entries:
        n = talents * TALENT + minas * MINA + shekels * SHEKEL
        tablet.append(write(n))
    for line in tablet:
        total += read(line)
    longest = max(tablet, key=len)
    return write(total), longest, tablet.index(longest)
