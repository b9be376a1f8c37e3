# calls: product(9)
def product(size):
    a = [[i + j for j in range(size)] for i in range(size)]
    b = [[i * j % 5 for j in range(size)] for i in range(size)]
    result = []
    for i in range(size):
        row = []
        for j in range(size):
            total = 0
            for k in range(size):
                total = total + a[i][k] * b[k][j]
            row.append(total)
        result.append(row)
    trace = 0
    for i in range(size):
        trace += result[i][i]
    return trace, result
