# int 2: two(200)
# int 3: three(200)
# int 5: five(200)
# int 10: ten(200)
# str 3: words(200)
def two(n):
    found = 0
    for i in range(n):
        if i % 7 in [1, 2]:
            found += 1
    return found


def three(n):
    found = 0
    for i in range(n):
        if i % 7 in [1, 2, 3]:
            found += 1
    return found


def five(n):
    found = 0
    for i in range(n):
        if i % 9 in [1, 2, 3, 5, 7]:
            found += 1
    return found


def ten(n):
    found = 0
    for i in range(n):
        if i % 20 in [1, 2, 3, 5, 7, 9, 11, 13, 17, 19]:
            found += 1
    return found


def words(n):
    found = 0
    for i in range(n):
        if "abcdefg"[i % 7] in ["a", "c", "e"]:
            found += 1
    return found
