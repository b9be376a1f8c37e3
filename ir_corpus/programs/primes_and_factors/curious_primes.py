# calls: zoo(1000), zoo(90), zoo(400)
def prime(n):
    if n % 2 == 0:
        return n == 2
    d = 3
    while d * d <= n:
        if n % d == 0:
            return False
        d += 2
    return n > 1


def reverse(n):
    r = 0
    while n:
        r = r * 10 + n % 10
        n //= 10
    return r


def emirp(n):
    return reverse(n) != n and prime(reverse(n))


def truncatable(n):
    s = str(n)
    for i in range(1, len(s)):
        if not prime(int(s[i:])) or not prime(int(s[:i])):
            return False
    return n > 10


def circular(n):
    s = str(n)
    for i in range(len(s)):
        if not prime(int(s[i:] + s[:i])):
            return False
    return True


def germain(n):
    return prime(2 * n + 1)


def zoo(limit):
    cages = {'emirp': [], 'truncatable': [], 'circular': [], 'germain': [], 'palindrome': []}
    for n in range(2, limit):
        if not prime(n):
            continue
        for test in (emirp, truncatable, circular, germain):
            if test(n):
                cages[test.__name__].append(n)
        if n == reverse(n):
            cages['palindrome'].append(n)
    return {name: (len(c), c[-3:]) for name, c in cages.items()}
