# calls: diagonals([[r * c % 9 for c in range(12)] for r in range(12)])
def diagonals(square):
    first = 0
    second = 0
    size = len(square)
    i = 0
    while i < size:
        first += square[i][i]
        second += square[i][size - 1 - i]
        i += 1
    return first, second
