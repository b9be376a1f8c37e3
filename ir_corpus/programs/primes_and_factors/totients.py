# calls: totient_facts(400), totient_facts(25), totient_facts(60)
def totients(limit):
    phi = list(range(limit + 1))
    for p in range(2, limit + 1):
        if phi[p] == p:
            for multiple in range(p, limit + 1, p):
                phi[multiple] -= phi[multiple] // p
    return phi


def coprime(a, b):
    while b:
        a, b = b, a % b
    return a == 1


def slow_totient(n):
    return len([k for k in range(1, n + 1) if coprime(k, n)])


def inverse(phi, value):
    return [n for n in range(1, len(phi)) if phi[n] == value]


def divisors(n):
    return [d for d in range(1, n + 1) if n % d == 0]


def totient_facts(limit):
    phi = totients(limit)
    agree = all(phi[n] == slow_totient(n) for n in range(1, min(limit, 40)))
    gauss = all(sum(phi[d] for d in divisors(n)) == n for n in range(1, min(limit, 60)))
    farey = 1 + sum(phi[1:])
    nontotients = [v for v in range(2, 30, 2) if not inverse(phi, v)]
    same = [n for n in range(2, limit) if phi[n] == phi[n + 1]]
    return agree, gauss, farey, nontotients, same[:6], max(inverse(phi, 8))
