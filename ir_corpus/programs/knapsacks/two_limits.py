# calls: fill_truck([(2, 3, 5), (4, 1, 7), (3, 3, 8), (5, 2, 10), (1, 4, 4), (6, 2, 13)], 34, 30)
def fill_truck(crates, max_weight, max_volume):
    best = [[0] * (max_volume + 1) for _ in range(max_weight + 1)]
    improved = 0
    for weight, volume, price in crates:
        for w in range(max_weight, weight - 1, -1):
            for v in range(max_volume, volume - 1, -1):
                candidate = best[w - weight][v - volume] + price
                if candidate > best[w][v]:
                    best[w][v] = candidate
                    improved += 1
    top = 0
    corner = (0, 0)
    for w in range(max_weight + 1):
        for v in range(max_volume + 1):
            if best[w][v] > top:
                top = best[w][v]
                corner = (w, v)
    return top, corner, improved
