# calls: even_sum(100000)
def even_sum(limit):
    a = 1
    b = 2
    total = 0
    while a < limit:
        if a % 2 == 0:
            total += a
        a, b = b, a + b
    return total
