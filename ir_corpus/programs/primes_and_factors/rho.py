# calls: split_all([10403, 1000036000099, 8051, 600851475143]), split_all([2 ** k - 1 for k in range(2, 26)])
# calls: split_all([97, 1, 64])
from collections import Counter
from math import gcd


def looks_prime(n):
    if n < 4:
        return n > 1
    return n % 2 == 1 and all(pow(a, n - 1, n) == 1 for a in (2, 3, 5, 7) if a % n) and not small_divisor(n)


def small_divisor(n):
    for d in range(2, 60):
        if d * d > n:
            return 0
        if n % d == 0:
            return d
    return 0


def rho(n, c):
    slow = fast = 2
    while True:
        slow = (slow * slow + c) % n
        fast = (fast * fast + c) % n
        fast = (fast * fast + c) % n
        g = gcd(abs(slow - fast), n)
        if g == n:
            return None
        if g > 1:
            return g


def factors(n):
    if n == 1:
        return []
    if looks_prime(n):
        return [n]
    d = small_divisor(n)
    c = 1
    while not d:
        d = rho(n, c)
        c += 1
    return factors(d) + factors(n // d)


def split_all(numbers):
    totals = Counter()
    rows = []
    for n in numbers:
        parts = sorted(factors(n))
        totals.update(parts)
        rows.append((n, parts))
    return rows[-1], [r for r in rows if len(r[1]) == 2], sorted(totals.items(), key=lambda t: (-t[1], t[0]))[:4]
