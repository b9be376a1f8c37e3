# int: has("a" * n)
def has(text):
    middle = len(text) // 2
    found = False
    for i in range(len(text)):
        if i == middle:
            found = True
    return found
