# calls: happy(60)
def square_digits(number):
    total = 0
    while number > 0:
        digit = number % 10
        total += digit ** 2
        number = number // 10
    return total


def happy(limit):
    found = []
    for number in range(1, limit):
        seen = []
        value = number
        while value != 1 and value not in seen:
            seen.append(value)
            value = square_digits(value)
        if value == 1:
            found.append(number)
    return found
