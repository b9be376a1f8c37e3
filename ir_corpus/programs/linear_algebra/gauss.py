# calls: solve([[4.0, 1.0, -1.0], [2.0, 7.0, 1.0], [1.0, -3.0, 12.0]], [3.0, 19.0, 31.0])
# calls: solve([[1.0, 2.0], [2.0, 4.0]], [1.0, 1.0])
# calls: solve([[1.0 / (i + j + 1) for j in range(9)] for i in range(9)], [1.0] * 9)
def solve(matrix, right):
    n = len(matrix)
    rows = []
    for i in range(n):
        rows.append(list(matrix[i]) + [right[i]])
    for c in range(n):
        best = c
        for r in range(c + 1, n):
            if abs(rows[r][c]) > abs(rows[best][c]):
                best = r
        if abs(rows[best][c]) < 1e-12:
            return None
        rows[c], rows[best] = rows[best], rows[c]
        for r in range(c + 1, n):
            for k in range(n, c - 1, -1):
                rows[r][k] -= rows[r][c] / rows[c][c] * rows[c][k]
    answer = [0.0] * n
    for r in range(n - 1, -1, -1):
        total = rows[r][n]
        for c in range(r + 1, n):
            total -= rows[r][c] * answer[c]
        answer[r] = total / rows[r][r]
    return answer
