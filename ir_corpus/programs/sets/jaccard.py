# calls: jaccard(['red', 'green', 'blue', 'white', 'grey'] * 2, ['green', 'white', 'black', 'pink'] * 2)
def jaccard(a, b):
    both = 0
    for item in set(a):
        if item in b:
            both += 1
    every = len(set(a)) + len(set(b)) - both
    return both / every
