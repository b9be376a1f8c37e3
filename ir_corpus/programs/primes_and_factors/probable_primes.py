# calls: screen(range(10 ** 9 + 1, 10 ** 9 + 160, 2)), screen([561, 1105, 1729, 2047, 3215031751, 2 ** 61 - 1])
# calls: screen(range(1, 60))
SMALL = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)


def power(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def fermat(n, a):
    return power(a, n - 1, n) == 1


def strong(n, a):
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    x = power(a, d, n)
    if x in (1, n - 1):
        return True
    for _ in range(s - 1):
        x = x * x % n
        if x == n - 1:
            return True
    return False


def is_prime(n):
    if n < 2:
        return False
    for p in SMALL:
        if n % p == 0:
            return n == p
    return all(strong(n, a) for a in SMALL)


def screen(numbers):
    primes, liars = [], []
    for n in numbers:
        if is_prime(n):
            primes.append(n)
        elif n > 2 and n % 2 == 1 and fermat(n, 2):
            liars.append(n)
    return len(primes), primes[-1:], liars
