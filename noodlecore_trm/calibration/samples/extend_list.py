# int: numbers(n)
def numbers(n):
    out = []
    for value in range(n):
        out.append(value)
    return out
