# calls: evaluate_all(['MCMXC + XI * IV', 'X - II - III', 'M / VII + C', 'CD * II'] * 14), evaluate_all(['I - I', 'A'])
VALUES = {'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
STEPS = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]


def from_roman(text):
    total = 0
    previous = 0
    for letter in reversed(text):
        value = VALUES[letter]
        if value < previous:
            total -= value
        else:
            total += value
            previous = value
    return total


def to_roman(n):
    if n <= 0:
        return 'nulla' if n == 0 else 'minus ' + to_roman(-n)
    text = ''
    for value, letters in STEPS:
        while n >= value:
            text += letters
            n -= value
    return text


def evaluate(line):
    words = line.split()
    terms = [from_roman(words[0])]
    i = 1
    while i < len(words):
        value = from_roman(words[i + 1])
        if words[i] == '*':
            terms[-1] *= value
        elif words[i] == '/':
            terms[-1] //= value
        elif words[i] == '-':
            terms.append(-value)
        else:
            terms.append(value)
        i += 2
    return sum(terms)


def evaluate_all(lines):
    results = []
    for line in lines:
        try:
            results.append(to_roman(evaluate(line)))
        except KeyError as problem:
            results.append('? ' + str(problem))
    return results
