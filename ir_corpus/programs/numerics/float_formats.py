# calls: survey([0.1 * i - 3.7 for i in range(90)], 5, 10), survey([65504.0, 1e-9, 0.0, 3.0], 5, 10)
# calls: survey([1.5 ** i for i in range(40)], 8, 7)
import math


def bias(exponent_bits):
    return 2 ** (exponent_bits - 1) - 1


def encode(x, exponent_bits, mantissa_bits):
    if x == 0:
        return '0' * (1 + exponent_bits + mantissa_bits)
    sign = '1' if x < 0 else '0'
    mantissa, exponent = math.frexp(abs(x))
    field = exponent - 1 + bias(exponent_bits)
    if field <= 0:
        return None
    whole = int(round((mantissa * 2 - 1) * 2 ** mantissa_bits))
    if whole == 2 ** mantissa_bits:
        whole = 0
        field += 1
    if field >= 2 ** exponent_bits - 1:
        return None
    bits = sign
    for k in range(exponent_bits - 1, -1, -1):
        bits += str(field >> k & 1)
    for k in range(mantissa_bits - 1, -1, -1):
        bits += str(whole >> k & 1)
    return bits


def survey(numbers, exponent_bits, mantissa_bits):
    failed = []
    ones = 0
    words = []
    for x in numbers:
        word = encode(x, exponent_bits, mantissa_bits)
        if word is None:
            failed.append(x)
            continue
        for bit in word:
            if bit == '1':
                ones += 1
        if word not in words:
            words.append(word)
    return len(words), ones, failed
