# calls: cheapest_mix([('barley', 11.0, 12.6, 190.0), ('soya', 44.0, 13.8, 410.0), ('maize', 8.5, 14.1, 205.0)], 14.5, 13.0, 40)
# calls: cheapest_mix([('oats', 11.0, 12.6, 170.0), ('peas', 22.0, 13.4, 260.0), ('bran', 15.0, 10.1, 120.0)], 17.0, 11.0, 12)
def share(feeds, parts, column):
    total = 0.0
    for i in range(len(feeds)):
        total += parts[i] * feeds[i][column]
    return total / sum(parts)


def good_enough(feeds, parts, min_protein, min_energy):
    if share(feeds, parts, 1) < min_protein:
        return False
    return share(feeds, parts, 2) >= min_energy


def cheapest_mix(feeds, min_protein, min_energy, steps):
    best = None
    best_price = None
    tried = 0
    for a in range(steps + 1):
        for b in range(steps - a + 1):
            parts = (a, b, steps - a - b)
            tried += 1
            if not good_enough(feeds, parts, min_protein, min_energy):
                continue
            price = share(feeds, parts, 3)
            if best_price is None or price < best_price:
                best, best_price = parts, price
    if best is None:
        return 'no mix of ' + ', '.join([feed[0] for feed in feeds])
    return best, round(best_price, 2), tried
