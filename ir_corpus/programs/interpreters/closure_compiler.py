# calls: tabulate('x * x + 3 * y - x / ( y + 1 )', 14, 9), tabulate('2 * ( x - y ) * ( x - y ) + 7', 6, 6), tabulate('x', 3, 1)
def compile_sum(words):
    left = compile_product(words)
    while words and words[0] in '+-':
        op = words.pop(0)
        left = combine(op, left, compile_product(words))
    return left


def compile_product(words):
    left = compile_atom(words)
    while words and words[0] in '*/':
        op = words.pop(0)
        left = combine(op, left, compile_atom(words))
    return left


def compile_atom(words):
    word = words.pop(0)
    if word == '(':
        inside = compile_sum(words)
        words.pop(0)
        return inside
    if word.isalpha():
        return lambda env: env[word]
    number = float(word)
    return lambda env: number


def combine(op, f, g):
    if op == '+':
        return lambda env: f(env) + g(env)
    if op == '-':
        return lambda env: f(env) - g(env)
    if op == '*':
        return lambda env: f(env) * g(env)
    return lambda env: f(env) / g(env)


def tabulate(formula, width, height):
    f = compile_sum(formula.split())
    table = []
    for y in range(height):
        table.append([round(f({'x': x, 'y': y}), 4) for x in range(width)])
    peak = max(max(row) for row in table)
    where = [(x, y) for y in range(height) for x in range(width) if table[y][x] == peak]
    return table[-1], peak, where
