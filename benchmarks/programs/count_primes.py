"""Count primes by trial division, and find the largest gap between neighbours."""


def is_prime(number):
    if number < 2:
        return False
    if number % 2 == 0:
        return number == 2
    divisor = 3
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 2
    return True


def count_primes(limit):
    count = 0
    number = 2
    while number < limit:
        if is_prime(number):
            count += 1
        number += 1
    return count


def largest_gap(limit):
    last = 2
    gap = 0
    where = 2
    for number in range(3, limit):
        if is_prime(number):
            if number - last > gap:
                gap = number - last
                where = last
            last = number
    return gap, where


def run():
    return count_primes(50_000), largest_gap(40_000)
