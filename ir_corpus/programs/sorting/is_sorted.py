# calls: is_sorted(list(range(100))), is_sorted([1, 3, 2])
def is_sorted(items):
    good = True
    for i in range(len(items) - 1):
        if items[i] > items[i + 1]:
            good = False
    return good
