# calls: pages(sorted('entry%03d' % (i * 37 % 400) for i in range(150)), 12), look_up(sorted('e%03d' % (i * 7) for i in range(120)), ['e%03d' % k for k in range(0, 80, 2)])
def before(a, b):
    for i in range(min(len(a), len(b))):
        if a[i] != b[i]:
            return a[i] < b[i]
    return len(a) < len(b)


def pages(entries, per_page):
    guide = []
    number = 1
    while (number - 1) * per_page < len(entries):
        part = entries[(number - 1) * per_page:number * per_page]
        guide.append(part[0].upper() + ' - ' + part[-1].upper() + ' ' + str(number))
        number += 1
    return guide


def look_up(entries, words):
    compared = 0
    found = []
    for word in words:
        low = 0
        high = len(entries)
        while low < high:
            middle = (low + high) // 2
            compared += 1
            if before(entries[middle], word):
                low = middle + 1
            else:
                high = middle
        if low < len(entries) and entries[low] == word:
            found.append(word)
    return found, compared, compared / len(words)
