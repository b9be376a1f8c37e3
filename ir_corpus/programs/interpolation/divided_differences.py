# calls: fit_and_format([-3, -2, -1, 0, 1, 2, 3, 4], lambda x: x ** 4 - 3 * x + 2)
# calls: fit_and_format([Fraction(k, 3) for k in range(6)], lambda x: 1 / (1 + x)), fit_and_format([5], lambda x: x)
from fractions import Fraction


def triangle(xs, ys):
    rows = [list(ys)]
    while len(rows[-1]) > 1:
        above = rows[-1]
        gap = len(rows)
        rows.append([(above[i + 1] - above[i]) / Fraction(xs[i + gap] - xs[i]) for i in range(len(above) - 1)])
    return rows


def expand(coefficients, xs):
    poly = [Fraction(0)]
    for c, x in zip(reversed(coefficients), reversed(xs[:len(coefficients)])):
        longer = [Fraction(0)] + poly
        for i, p in enumerate(poly):
            longer[i] -= x * p
        longer[0] += c
        poly = longer
    while len(poly) > 1 and poly[-1] == 0:
        poly.pop()
    return poly


def term(c, power):
    if power == 0:
        return str(c)
    if power == 1:
        return str(c) + 'x'
    return '%sx^%d' % (c, power)


def fit_and_format(xs, f):
    ys = [Fraction(f(x)) for x in xs]
    rows = triangle(xs, ys)
    poly = expand([row[0] for row in rows], xs)
    text = ' + '.join(term(c, k) for k, c in enumerate(poly) if c != 0)
    check = [sum(c * x ** k for k, c in enumerate(poly)) for x in xs]
    return text.replace('+ -', '- '), check == ys, len(poly) - 1
