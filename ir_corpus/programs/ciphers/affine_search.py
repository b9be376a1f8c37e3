# calls: search('QJKESREOGHGXXREOXEO', ['THE', 'ING', 'SECRET', 'MESS', 'ENT', 'AND'])
def gcd(a, b):
    while b != 0:
        a, b = b, a % b
    return a


def inverse(a, modulus):
    for candidate in range(1, modulus):
        if a * candidate % modulus == 1:
            return candidate
    return None


def decipher(text, a, b):
    plain = ''
    for c in text:
        plain += chr(inverse(a, 26) * (ord(c) - 65 - b) % 26 + 65)
    return plain


def search(text, hints):
    found = []
    tried = 0
    for a in range(1, 26):
        if gcd(a, 26) != 1:
            continue
        for b in range(0, 26, 5):
            tried += 1
            plain = decipher(text, a, b)
            points = 0
            for hint in hints:
                if hint in plain:
                    points += len(hint)
            if points > 0:
                found.append((points, a, b, plain))
    found.sort(key=lambda f: f[0], reverse=True)
    return found, tried
