# calls: lookups([(0, 0.61), (20, 2.34), (40, 7.38), (60, 19.9), (80, 47.4), (100, 101.3), (120, 198.5), (150, 475.9)], [i * 1.7 for i in range(100)])
# calls: lookups([(10, 1.0), (30, 5.0)], [5, 10, 20, 30, 40] * 30)
def lookups(table, wanted):
    def between(low, high, x):
        share = (x - low[0]) / (high[0] - low[0])
        return low[1] + share * (high[1] - low[1])

    def pressure(x):
        if x < table[0][0] or x > table[-1][0]:
            return None
        k = 0
        while k + 2 < len(table) and table[k + 1][0] < x:
            k += 1
        return between(table[k], table[k + 1], x)

    found = []
    outside = []
    for x in wanted:
        p = pressure(x)
        if p is None:
            outside.append(x)
        else:
            found.append(p)
    boiling = None
    for p in found:
        if p >= 101.3 and (boiling is None or p < boiling):
            boiling = p
    return len(found), len(outside), boiling, sum([p for p in found if p > 50.0])
