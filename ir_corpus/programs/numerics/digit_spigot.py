# calls: euler_digits(60), euler_digits(12)
# calls: [root_digits(n, 40) for n in (2, 3, 5, 10, 16)]
def euler_digits(count):
    cells = [1 for _ in range(count + 3)]
    text = '2.'
    for _ in range(count):
        carry = 0
        for i in range(len(cells) - 1, -1, -1):
            value = cells[i] * 10 + carry
            carry = value // (i + 2)
            cells[i] = value % (i + 2)
        text += str(carry)
    repeats = {}
    for digit in text[2:]:
        if digit in repeats:
            repeats[digit] += 1
        else:
            repeats[digit] = 1
    return text, max(repeats, key=lambda d: repeats[d])


def root_digits(n, count):
    whole = 0
    while (whole + 1) * (whole + 1) <= n:
        whole += 1
    text = str(whole) + '.'
    remainder = n - whole * whole
    for _ in range(count):
        remainder = remainder * 100
        digit = 0
        while (20 * whole + digit + 1) * (digit + 1) <= remainder:
            digit += 1
        remainder = remainder - (20 * whole + digit) * digit
        whole = whole * 10 + digit
        text += str(digit)
    return text
