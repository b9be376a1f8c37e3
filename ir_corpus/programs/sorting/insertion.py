# calls: insertion([(i * 31) % 47 for i in range(40)])
def insertion(items):
    items = items[:]
    for i in range(1, len(items)):
        value = items[i]
        j = i - 1
        while j >= 0 and items[j] > value:
            items[j + 1] = items[j]
            j = j - 1
        items[j + 1] = value
    return items
