# calls: scale([('flour', 500, 'g'), ('milk', 300, 'ml'), ('egg', 3, ''), ('salt', 1, 'tsp'), ('butter', 4, 'tbsp')] * 12, 4, 10)
# calls: scale([('sugar', 2, 'cup')], 2, 3)
from fractions import Fraction

ML = {'tsp': 5, 'tbsp': 15, 'cup': 240}


def pretty(amount):
    whole = amount.numerator // amount.denominator
    rest = amount - whole
    if rest == 0:
        return str(whole)
    if whole == 0:
        return str(rest)
    return str(whole) + ' ' + str(rest)


def scale(ingredients, people, guests):
    lines = []
    volume = 0
    for i in range(len(ingredients)):
        name = ingredients[i][0]
        amount = Fraction(ingredients[i][1] * guests, people)
        unit = ingredients[i][2]
        if unit in ML:
            volume += ingredients[i][1] * ML[unit] * guests / people
        line = pretty(amount)
        if unit != '':
            line = line + ' ' + unit
        lines.append(line + ' ' + name)
    longest = 0
    for line in lines:
        if len(line) > longest:
            longest = len(line)
    return [line.rjust(longest) for line in lines], volume
