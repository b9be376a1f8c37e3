# calls: demo(61, 53, 17, 14)
# calls: demo(11, 13, 7, 30)
def power(base, exponent, modulus):
    result = 1
    for bit in bin(exponent)[2:]:
        result = result ** 2 % modulus
        if bit == '1':
            result = result * base % modulus
    return result


def totient(p, q):
    return (p - 1) * (q - 1)


def is_prime(n):
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return n > 1


def private_exponent(e, p, q):
    d = 1
    while d * e % totient(p, q) != 1:
        d += 1
    return d


def demo(p, q, e, count):
    if not is_prime(p) or not is_prime(q):
        return None
    d = private_exponent(e, p, q)
    fixed = []
    seen = []
    for m in range(2, 2 + count):
        secret = power(m, e, p * q)
        if secret == m:
            fixed.append(m)
        if secret not in seen:
            seen.append(secret)
        assert power(secret, d, p * q) == m
    return d, fixed, len(seen), max(seen) - min(seen)
