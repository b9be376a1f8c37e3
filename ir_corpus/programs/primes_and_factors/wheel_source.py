# calls: race(500, [2, 3, 5]), race(60, [2]), race(900, [2, 3, 5, 7])
class Wheel:
    def __init__(self, basis):
        self.basis = basis
        self.size = 1
        for p in basis:
            self.size *= p
        self.spokes = [k for k in range(1, self.size + 1) if all(k % p for p in basis)]
        self.turn = 0
        self.spoke = 1

    def __iter__(self):
        return self

    def __next__(self):
        if self.spoke == len(self.spokes):
            self.spoke = 0
            self.turn += 1
        value = self.turn * self.size + self.spokes[self.spoke]
        self.spoke += 1
        return value


def race(limit, basis):
    wheel = Wheel(basis)
    primes = list(basis)
    tested = 0
    divisions = 0
    for n in wheel:
        if n > limit:
            break
        tested += 1
        prime = True
        for p in primes[len(basis):]:
            if p * p > n:
                break
            divisions += 1
            if n % p == 0:
                prime = False
                break
        if prime:
            primes.append(n)
    return len(primes), primes[-1], tested, divisions, round(len(wheel.spokes) / wheel.size, 4)
