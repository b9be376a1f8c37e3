# str 2: two()
# str 10: ten()
# str 100: hundred()
# str 1000: thousand()
def two():
    found = 0
    for letter in "ac":
        if letter == "c":
            found += 1
    return found


def ten():
    found = 0
    for letter in "abcdefghij":
        if letter == "c":
            found += 1
    return found


def hundred():
    found = 0
    for letter in "abcdefghij" * 10:
        if letter == "c":
            found += 1
    return found


def thousand():
    found = 0
    for letter in "abcdefghij" * 100:
        if letter == "c":
            found += 1
    return found
