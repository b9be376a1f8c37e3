# calls: study(6, 3), study(4, 2), study(7, 4)
def distance(a, b):
    count = 0
    for i in range(len(a)):
        if a[i] != b[i]:
            count += 1
    return count


def all_words(n):
    if n == 0:
        return ['']
    shorter = all_words(n - 1)
    return ['0' + w for w in shorter] + ['1' + w for w in shorter]


def choose(n, apart):
    book = []
    for word in all_words(n):
        if all(distance(word, other) >= apart for other in book):
            book.append(word)
    return book


def nearest(word, book):
    distances = [distance(word, other) for other in book]
    least = min(distances)
    if distances.count(least) > 1:
        return None, least
    return book[distances.index(least)], least


def study(n, apart):
    book = choose(n, apart)
    unclear = 0
    farthest = 0
    regions = {}
    for word in all_words(n):
        answer, d = nearest(word, book)
        farthest = max(farthest, d)
        if answer is None:
            unclear += 1
        else:
            regions[answer] = regions.get(answer, 0) + 1
    linear = all(format(int(a, 2) ^ int(b, 2), '0%db' % n) in book for a in book for b in book)
    return book, unclear, farthest, max(regions.values()), linear
