def first_divisor(number):
    for divisor in range(2, number):
        if number % divisor:
            continue
        break
    else:
        return None
    return divisor


def digits(number):
    total = 0
    while number:
        total += number % 10
        number //= 10
    return total
