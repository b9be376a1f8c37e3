# calls: convert([255, 1024, 77, 123456, 999], 7)
def digits(number, base):
    text = ''
    while number > 0:
        text = '0123456789abcdef'[number % base] + text
        number //= base
    return text


def convert(numbers, base):
    return [digits(number, base) for number in numbers]
