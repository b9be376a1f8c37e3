# calls: check([('F', 'm a'), ('E', 'm v v'), ('p', 'm v'), ('P', 'F v'), ('E', 'F d'), ('v', 'd t-'), ('F', 'p')] * 5)
BASE = {'m': (1, 0, 0), 'd': (0, 1, 0), 't': (0, 0, 1), 'v': (0, 1, -1), 'a': (0, 1, -2), 'F': (1, 1, -2),
        'E': (1, 2, -2), 'p': (1, 1, -1), 'P': (1, 2, -3)}


def dimension(expression):
    total = [0, 0, 0]
    for token in expression.split():
        sign = 1
        if token[-1] == '-':
            sign = -1
            token = token[:-1]
        for k in range(3):
            total[k] = total[k] + sign * BASE[token][k]
    return tuple(total)


def describe(powers):
    parts = []
    for name, power in zip(['kg', 'm', 's'], powers):
        if power == 1:
            parts.append(name)
        elif power != 0:
            parts.append(name + '^' + str(power))
    return ' '.join(parts)


def check(equations):
    wrong = []
    for left, right in equations:
        if dimension(left) != dimension(right):
            message = left + ' = ' + right + ': ' + describe(dimension(left)) + ' is not ' + describe(dimension(right))
            if message not in wrong:
                wrong.append(message)
    return wrong
