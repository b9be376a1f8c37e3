# calls: split_costs([('flat %d' % i, 40 + i * 7 % 50, [i * m % 13 for m in range(1, 13)]) for i in range(24)], 18400.0, 0.3)
# calls: split_costs([('a', 10, [0, 0]), ('b', 30, [5, 5])], 100.0, 0.5)
def split_costs(flats, total, base_share):
    area = 0
    units = 0
    for i in range(len(flats)):
        area += flats[i][1]
        for reading in flats[i][2]:
            units += reading
    bills = []
    for i in range(len(flats)):
        name = flats[i][0]
        used = 0
        for m in range(len(flats[i][2])):
            used += flats[i][2][m]
        base = total * base_share * flats[i][1] / area
        rest = total * (1 - base_share) * used / units
        bills.append((name, round(base + rest, 2), used / flats[i][1]))
    wasteful = []
    for name, cost, per_metre in bills:
        better = 0
        for other in bills:
            if other[2] < per_metre:
                better += 1
        if better >= 0.8 * len(bills):
            wasteful.append(name)
    off = round(total - sum(cost for name, cost, per_metre in bills), 2)
    return bills[0], bills[-1], wasteful, off
