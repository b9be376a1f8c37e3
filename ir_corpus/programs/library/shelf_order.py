# calls: misplaced(['B %d.%d' % (100 + i * 7 % 50, i % 10) for i in range(40)]), misplaced(['A 5', 'A 12.5', 'A 12.25'])
def key(mark):
    letters, number = mark.split(' ')
    if '.' in number:
        whole, part = number.split('.')
    else:
        whole = number
        part = ''
    return letters, int(whole), part


def misplaced(shelf):
    # the books to take out so that the rest is in order: all but a longest ordered run
    n = len(shelf)
    best = [1] * n
    before = [-1] * n
    for i in range(n):
        for j in range(i):
            if key(shelf[j]) <= key(shelf[i]) and best[j] + 1 > best[i]:
                best[i] = best[j] + 1
                before[i] = j
    place = best.index(max(best))
    keep = []
    while place != -1:
        keep.append(place)
        place = before[place]
    return [shelf[i] for i in range(n) if i not in keep]
