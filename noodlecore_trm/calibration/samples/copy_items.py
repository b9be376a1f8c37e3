# int: copied(list(range(n)))
# str: joined(["ab"] * n)
def copied(items):
    numbers = list(items)
    return [number for number in numbers]


def joined(items):
    text = "x" * len(items)
    return "".join(letter for letter in text)
