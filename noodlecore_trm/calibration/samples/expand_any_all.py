# int: below(n)
def below(n):
    found = 0
    for each in range(5):
        if all(d < 2000 for d in range(n)):
            found += 1
    return found
