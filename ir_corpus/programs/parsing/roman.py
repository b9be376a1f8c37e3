# calls: total(['XIV', 'MCMXCIV', 'III', 'CDXLIV', 'MMXXVI'] * 5)
VALUES = {'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}


def roman(text):
    result = 0
    before = 0
    for letter in reversed(text):
        value = VALUES[letter]
        if value < before:
            result -= value
        else:
            result += value
        before = value
    return result


def total(texts):
    result = 0
    for text in texts:
        result += roman(text)
    return result
