# calls: powers(5, 4)
class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def times(self, other):
        size = len(self.rows)
        result = []
        for i in range(size):
            row = []
            for j in range(size):
                total = 0
                for k in range(size):
                    total += self.rows[i][k] * other.rows[k][j]
                row.append(total % 1009)
            result.append(row)
        return Matrix(result)

    def trace(self):
        total = 0
        for i in range(len(self.rows)):
            total += self.rows[i][i]
        return total


def powers(size, count):
    start = Matrix([[(i * 3 + j) % 7 for j in range(size)] for i in range(size)])
    current = start
    traces = []
    for _ in range(count):
        current = current.times(start)
        traces.append(current.trace())
    return traces
