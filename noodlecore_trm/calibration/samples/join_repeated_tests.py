# int: parted(list(range(n)))
# str: parted([str(i) for i in range(n)])
def parted(values):
    numbers = 0
    others = 0
    last = None
    for value in values:
        if type(value) is int:
            numbers += 1
        else:
            others += 1
        if type(value) is int:
            last = value
    return numbers, others, last
