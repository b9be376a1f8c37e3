# calls: parities([[(r * c) % 2 for c in range(16)] for r in range(12)])
def parities(rows):
    result = []
    for row in rows:
        value = 0
        for bit in row:
            value = value ^ bit
        result.append(value)
    return result
