# calls: generate([(i * 86028157) % 10000000 for i in range(30)])
FLIP = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def multiply(a, b):
    if a < 5 and b < 5:
        return (a + b) % 5
    if a < 5:
        return (a + b) % 5 + 5
    if b < 5:
        return (a - b) % 5 + 5
    return (a - b) % 5


def permuted(digit, times):
    for _ in range(times % 8):
        digit = FLIP[digit]
    return digit


def inverse(a):
    for b in range(10):
        if multiply(a, b) == 0:
            return b
    return None


def generate(numbers):
    rows = []
    seen = [0] * 10
    for number in numbers:
        check = 0
        place = 1
        rest = number
        while rest > 0:
            check = multiply(check, permuted(rest % 10, place))
            rest = rest // 10
            place += 1
        digit = inverse(check)
        seen[digit] += 1
        rows.append(number * 10 + digit)
    return rows, seen
