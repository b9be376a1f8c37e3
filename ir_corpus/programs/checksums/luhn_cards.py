# calls: check_all([str(4539578763621486 + i * 97) for i in range(40)])
# calls: check_all(['79927398713', '12a4', ''])
def digits_of(number):
    digits = []
    for c in number:
        if c not in ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']:
            return None
        digits.append(int(c))
    return digits


def luhn_sum(digits):
    total = 0
    for i in range(len(digits)):
        d = digits[len(digits) - 1 - i]
        if i % 2 == 1:
            d = d * 2
            if d > 9:
                d = d - 9
        total += d
    return total


def check_digit(digits):
    for last in range(10):
        if luhn_sum(digits[:-1] + [last]) % 10 == 0:
            return last
    return None


def check_all(numbers):
    valid = []
    suggestions = {}
    malformed = 0
    for number in numbers:
        digits = digits_of(number)
        if not digits:
            malformed += 1
        elif luhn_sum(digits) % 10 == 0:
            valid.append(number)
        else:
            suggestions[number] = check_digit(digits)
    return valid, suggestions, malformed
