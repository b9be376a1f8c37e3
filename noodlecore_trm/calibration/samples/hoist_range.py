# int 3: pairs("abc")
# int 10: pairs("abcdefghij")
# int 30: pairs("abcdefghij" * 3)
def pairs(text):
    found = 0
    size = len(text)
    for i in range(20):
        for j in range(size):
            found += j
    return found
