# int: total(n)
def total(n):
    table = {i: i for i in range(n)}
    found = 0
    for key in table:
        found += table[key] * key
    return found
