# int 2: two()
# int 10: ten()
# int 100: hundred()
# int 1000: thousand()
def two():
    row = [0 for _ in range(2)]
    return row


def ten():
    row = [0 for _ in range(10)]
    return row


def hundred():
    row = [0 for _ in range(100)]
    return row


def thousand():
    row = [0 for _ in range(1000)]
    return row
