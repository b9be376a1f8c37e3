# calls: scan([('gap', 0.2), ('lens', 0.5), ('gap', 0.3), ('lens', -0.8), ('gap', 0.1)], [0.05 * k for k in range(1, 25)])
# calls: scan([('mirror', 1.0), ('gap', 0.4)] * 6, [0.1, 0.3])
def matrix(kind, value):
    if kind == 'gap':
        return [[1.0, value], [0.0, 1.0]]
    elif kind == 'lens':
        return [[1.0, 0.0], [-1.0 / value, 1.0]]
    elif kind == 'mirror':
        return [[1.0, 0.0], [-2.0 / value, 1.0]]
    raise ValueError('unknown element ' + kind)


def multiply(a, b):
    product = [[0.0, 0.0], [0.0, 0.0]]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                product[i][j] += a[i][k] * b[k][j]
    return product


def system(elements):
    total = [[1.0, 0.0], [0.0, 1.0]]
    for kind, value in elements:
        total = multiply(matrix(kind, value), total)
    return total


def scan(elements, gaps):
    stable = []
    best = None
    for gap in gaps:
        m = system(elements + [('gap', gap)])
        trace = (m[0][0] + m[1][1]) / 2
        if -1.0 < trace < 1.0:
            stable.append(gap)
        blur = abs(m[0][1])
        if best is None or blur < best[0]:
            best = (blur, gap)
    return stable, best
