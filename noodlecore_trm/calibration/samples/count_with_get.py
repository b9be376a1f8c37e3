# int: residues(n)
# str: letters("abcdefg", n)
def residues(n):
    counts = {}
    for i in range(n):
        key = i % 7
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    return counts


def letters(text, n):
    counts = {}
    for i in range(n):
        key = "abcdefg"[i % 7]
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    return counts
