# calls: roundtrip('ATTACKATDAWNWITHALLSHIPSANDHOLDTHEHARBOUR' * 4, 'LEMON')
ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'


def square():
    rows = []
    for i in range(26):
        row = []
        for j in range(26):
            row.append(ALPHABET[(i + j) % 26])
        rows.append(row)
    return rows


def encrypt(plain, key):
    rows = square()
    out = []
    for i in range(len(plain)):
        r = ALPHABET.index(key[i % len(key)])
        out.append(rows[r][ord(plain[i]) - 65])
    return ''.join(out)


def decrypt(secret, key):
    rows = square()
    text = ''
    for i in range(len(secret)):
        row = rows[ALPHABET.index(key[i % len(key)])]
        for column in range(len(row)):
            if row[column] == secret[i]:
                text += ALPHABET[column]
                break
    return text


def roundtrip(plain, key):
    secret = encrypt(plain=plain, key=key)
    same = 0
    for a, b in zip(plain, secret):
        if a == b:
            same += 1
    return secret, decrypt(secret=secret, key=key) == plain, same
