# int: endings(n)
# str: known(n)
def endings(n):
    seen = []
    for i in range(n):
        ending = i * 7 % 60
        if ending not in seen:
            seen.append(ending)
    return seen


def known(n):
    words = "the and a in of to on with was when".split()
    row = "river mill of stone gate".split()
    found = 0
    for i in range(n):
        if row[i % 5] in words:
            found += 1
    return found
