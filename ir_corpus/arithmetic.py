def between(low, value, high):
    return low <= value < high and not value == 0


def root(number):
    guess = number / 2 if number > 1 else 1.0
    for _ in range(20):
        guess = (guess + number / guess) / 2
    return guess


def mask(bits, width):
    return ~bits & ((1 << width) - 1) | -bits % 2 ** width
