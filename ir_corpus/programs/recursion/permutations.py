# calls: orders(5)
def permutations(items):
    if len(items) <= 1:
        return [items]
    result = []
    for i in range(len(items)):
        rest = items[:i] + items[i + 1:]
        for tail in permutations(rest):
            result.append([items[i]] + tail)
    return result


def orders(count):
    found = permutations([i for i in range(count)])
    fixed = 0
    for order in found:
        for i in range(len(order)):
            if order[i] == i:
                fixed += 1
    return len(found), fixed
