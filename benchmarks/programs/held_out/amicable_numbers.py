"""A script for number lovers: perfect, abundant and amicable numbers, and sociable chains."""

SCRIPT = True

LIMIT = 2500

divisor_sums = [0, 0]
for n in range(2, LIMIT):
    total = 1
    d = 2
    while d * d <= n:
        if n % d == 0:
            total += d
            if d != n // d:
                total += n // d
        d += 1
    divisor_sums.append(total)

perfect = []
abundant = []
deficient = 0
for n in range(1, LIMIT):
    if divisor_sums[n] == n:
        perfect.append(n)
    elif divisor_sums[n] > n:
        abundant.append(n)
    else:
        deficient = deficient + 1

amicable = []
for a in range(2, LIMIT):
    b = divisor_sums[a]
    if b > a and b < LIMIT and divisor_sums[b] == a:
        amicable.append((a, b))

# How long does it take until the chain of divisor sums ends?
longest_chain = 0
longest_start = 0
for start in range(1, LIMIT):
    seen = []
    n = start
    while n != 0 and n < LIMIT and n not in seen:
        seen.append(n)
        n = divisor_sums[n]
    if len(seen) > longest_chain:
        longest_chain = len(seen)
        longest_start = start

odd_abundant = [n for n in abundant if n % 2 == 1]

result = (perfect, len(abundant), deficient, amicable, odd_abundant, longest_start, longest_chain)
