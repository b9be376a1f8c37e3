# int: doubled(n)
# str: longest(n)
def doubled(n):
    return list(map(lambda x: x * 2 + 1, range(n)))


def longest(n):
    words = ("word " * int(n)).split()
    return list(filter(lambda word: len(word) > 3, words))
