# int: squares(n)
def squares(n):
    out = [i * i for i in range(n)]
    return out
