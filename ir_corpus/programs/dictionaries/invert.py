# calls: invert({'w%d' % i: ['t%d' % (i * k % 13) for k in range(4)] for i in range(110)}), shared({'a': [1, 2, 3] * 9, 'b': [2, 3, 4] * 9, 'c': [9]})
def invert(index):
    inverted = {}
    for word in index:
        for tag in index[word]:
            if tag in inverted:
                if word not in inverted[tag]:
                    inverted[tag].append(word)
            else:
                inverted[tag] = [word]
    sizes = {}
    for tag in inverted:
        sizes[tag] = len(inverted[tag])
    largest = max(sizes, key=lambda tag: sizes[tag])
    return sizes, largest, inverted[largest][:5]


def overlap(a, b):
    return sum(1 for item in a if item in b)


def shared(index):
    names = sorted(index.keys())
    table = {}
    for i in range(len(names)):
        for j in range(i + 1, len(names)):
            table[names[i] + '-' + names[j]] = overlap(index[names[i]], index[names[j]])
    return table
