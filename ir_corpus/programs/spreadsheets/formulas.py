# calls: evaluate({'A1': 3, 'A2': 4, 'B1': '=A1+A2', 'B2': '=B1*A1', 'C1': '=B2-B1', 'C2': '=C9', 'D1': '=D1'})
# calls: evaluate(dict([('A1', 2.0)] + [('A%d' % (i + 1), '=A%d+A1' % i) for i in range(1, 9)]))
def split_formula(formula):
    for operator in ['+', '-', '*', '/']:
        if operator in formula:
            left, right = formula[1:].split(operator)
            return left, operator, right
    return formula[1:], '+', '0'


def value(cells, name, visiting):
    if name[0].isdigit():
        return float(name)
    if name in visiting:
        raise ValueError('#LOOP')
    if name not in cells:
        raise ValueError('#REF')
    content = cells[name]
    if not isinstance(content, str):
        return content
    left, operator, right = split_formula(content)
    a = value(cells, left, visiting + [name])
    b = value(cells, right, visiting + [name])
    if operator == '+':
        return a + b
    if operator == '-':
        return a - b
    if operator == '*':
        return a * b
    return a / b


def evaluate(cells):
    shown = {}
    errors = 0
    for name in sorted(cells):
        try:
            shown[name] = value(cells, name, [])
        except ValueError as problem:
            shown[name] = str(problem)
            errors += 1
        except ZeroDivisionError:
            shown[name] = '#DIV'
            errors += 1
    return shown, errors
