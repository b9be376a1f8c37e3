# calls: check(['DE89370400440532013000', 'GB29NWBK60161331926819', 'FR1420041010050500013M02606'] * 4)
def number(letter):
    if letter in ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']:
        return letter
    return str(ord(letter) - 55)


def is_valid(iban):
    moved = iban[4:] + iban[:4]
    digits = ''
    for i in range(len(moved)):
        digits += number(moved[i])
    rest = 0
    for digit in digits:
        rest = (rest * 10 + int(digit)) % 97
    return rest == 1


def check(ibans):
    good = []
    for iban in ibans:
        if is_valid(iban):
            good.append(iban[:2])
    return good
