# calls: table(14)
def gcd(a, b):
    while b != 0:
        a, b = b, a % b
    return a


def table(limit):
    coprime = 0
    for i in range(1, limit):
        for j in range(1, limit):
            if gcd(i, j) == 1:
                coprime += 1
    return coprime
