# calls: closest('karolin', ['kathrin', 'kerstin', 'karoline', 'carolin', 'marolin'] * 5)
def hamming(a, b):
    count = 0
    for i in range(min(len(a), len(b))):
        if a[i] != b[i]:
            count += 1
    return count + abs(len(a) - len(b))


def closest(word, words):
    best = None
    least = 1000
    for other in words:
        distance = hamming(word, other)
        if distance < least:
            best, least = other, distance
    return best
