"""A script: numbers whose digits add up to a prime, and the Harshad numbers among them."""

SCRIPT = True

LIMIT = 40_000

small_primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41]
prime_sums = 0
harshad = 0
largest = 0
for number in range(1, LIMIT):
    digits = 0
    rest = number
    while rest > 0:
        digits += rest % 10
        rest //= 10
    if digits in small_primes:
        prime_sums += 1
    if number % digits == 0:
        harshad += 1
    largest = max(largest, digits)

result = (prime_sums, harshad, largest)
