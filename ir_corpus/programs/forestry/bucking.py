# calls: buck(236, [(24, 31.0), (30, 44.5), (37, 60.0), (48, 84.0), (54, 91.5)], 1)
# calls: buck(60, [(24, 10), (36, 17)], 0), buck(10, [(24, 10)], 1)
def best_values(length, products, kerf):
    value = [0] * (length + 1)
    choice = [None] * (length + 1)
    for n in range(1, length + 1):
        value[n] = value[n - 1]
        for i in range(len(products)):
            size, price = products[i]
            if size + kerf <= n and value[n - size - kerf] + price > value[n]:
                value[n] = value[n - size - kerf] + price
                choice[n] = i
    return value, choice


def buck(length, products, kerf):
    value, choice = best_values(length, products, kerf)
    cuts = []
    n = length
    while n > 0:
        if choice[n] is None:
            n -= 1
        else:
            size = products[choice[n]][0]
            cuts.append(size)
            n -= size + kerf
    waste = length - sum(cuts) - kerf * len(cuts)
    return sorted(cuts, reverse=True), value[length], waste
