"""The longest Collatz chain below a limit."""

LIMIT = 8_000


def step(number):
    if number % 2 == 0:
        return number // 2
    return 3 * number + 1


def chain_length(start):
    length = 1
    number = start
    while number != 1:
        number = step(number)
        length += 1
    return length


def run():
    best_start = 1
    best_length = 1
    start = 1
    while start < LIMIT:
        length = chain_length(start)
        if length > best_length:
            best_length = length
            best_start = start
        start += 1
    return best_start, best_length
