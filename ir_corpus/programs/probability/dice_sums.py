# calls: compare([[6, 6, 6], [4, 8], [20], [6, 6, 4, 4]], 11), compare([[2, 2]], 3)
def distribution(dice):
    chances = {0: 1.0}
    for sides in dice:
        new = {}
        for total in chances:
            for face in range(1, sides + 1):
                if total + face in new:
                    new[total + face] += chances[total] / sides
                else:
                    new[total + face] = chances[total] / sides
        chances = new
    return chances


def mean(chances):
    return sum(total * chances[total] for total in chances)


def compare(sets, target):
    rows = []
    for dice in sets:
        chances = distribution(dice)
        reach = 0.0
        spread = 0.0
        for total in chances:
            if total >= target:
                reach += chances[total]
            spread += (total - mean(chances)) ** 2 * chances[total]
        rows.append(('+'.join(['d' + str(sides) for sides in dice]), round(reach, 4), round(spread ** 0.5, 3)))
    best = rows[0]
    for row in rows:
        if row[1] > best[1]:
            best = row
    return rows, best[0]
