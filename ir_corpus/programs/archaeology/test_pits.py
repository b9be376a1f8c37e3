# calls: survey(40, 24, [(7, 5, 4, 3), (20, 10, 9, 2), (33, 2, 3, 15)], 4), survey(10, 10, [], 3)
def dig(sites, x, y):
    for k, (left, top, wide, high) in enumerate(sites):
        if left <= x < left + wide and top <= y < top + high:
            return k
    return -1


def survey(width, height, sites, spacing):
    results = []
    for stagger in (False, True):
        for offset in range(spacing):
            hit = [False] * len(sites)
            pits = 0
            row = 0
            y = offset
            while y < height:
                x = offset
                if stagger and row % 2:
                    x += spacing // 2
                while x < width:
                    pits += 1
                    found = dig(sites, x, y)
                    if found >= 0:
                        hit[found] = True
                    x += spacing
                y += spacing
                row += 1
            results.append((hit.count(True), -pits, stagger, offset))
    results.sort()
    return results[-1], sum(r[0] for r in results) / len(results)
