# calls: check(['978-0-306-40615-7', '0-19-852663-6', '9783161484100', '0-8044-2957-X', '12-34', '9780000000001'] * 6)
def digits_of(text):
    digits = []
    for letter in text:
        if letter in '0123456789':
            digits.append(int(letter))
        elif letter in 'xX' and len(digits) == 9:
            digits.append(10)
        elif letter != '-' and letter != ' ':
            return []
    return digits


def is_isbn10(digits):
    total = 0
    for i in range(len(digits)):
        total += (10 - i) * digits[i]
    return total % 11 == 0


def is_isbn13(digits):
    total = 0
    for i in range(len(digits)):
        total += digits[i] if i % 2 == 0 else 3 * digits[i]
    return total % 10 == 0


def check(numbers):
    good = {10: 0, 13: 0}
    bad = []
    for number in numbers:
        digits = digits_of(number)
        if len(digits) == 10 and is_isbn10(digits):
            good[10] += 1
        elif len(digits) == 13 and is_isbn13(digits):
            good[13] += 1
        elif number not in bad:
            bad.append(number)
    return good, bad
