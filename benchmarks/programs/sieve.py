"""A script: the sieve of Eratosthenes, twin primes and the sum of all primes."""

SCRIPT = True

LIMIT = 150_000

is_prime = [True] * (LIMIT + 1)
is_prime[0] = False
is_prime[1] = False
i = 2
while i * i <= LIMIT:
    if is_prime[i]:
        j = i * i
        while j <= LIMIT:
            is_prime[j] = False
            j += i
    i += 1

primes = []
for number in range(LIMIT + 1):
    if is_prime[number]:
        primes.append(number)

twins = 0
for index in range(len(primes) - 1):
    if primes[index + 1] - primes[index] == 2:
        twins += 1

total = 0
for prime in primes:
    total += prime

result = (len(primes), twins, total, primes[-1])
