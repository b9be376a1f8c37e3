# calls: advise([(0.02, 5000), (0.05, 1200), (0.12, 350), (0.3, 80), (0.004, 40000), (0.08, 600), (0.15, 200), (0.01, 9000)], [(0, 900), (250, 760), (500, 690), (1000, 600), (2500, 480)], 30000)
# calls: advise([(1.0, 100)], [(0, 120), (100, 10)], 1000)
from math import log


def outcomes(risks):
    table = {0: 1.0}
    for chance, loss in risks:
        new = {}
        for total, p in table.items():
            new[total] = new.get(total, 0.0) + p * (1 - chance)
            new[total + loss] = new.get(total + loss, 0.0) + p * chance
        table = new
    return table


def kept(total, deductible):
    if total < deductible:
        return total
    return deductible


def advise(risks, offers, wealth):
    table = outcomes(risks)
    results = []
    for deductible, premium in offers:
        utility = 0.0
        expected = 0.0
        for total in sorted(table):
            rest = wealth - premium - kept(total, deductible)
            utility += table[total] * log(max(rest, 1))
            expected += table[total] * kept(total, deductible)
        results.append((round(utility, 9), deductible, round(premium + expected, 2)))
    best = max(results)
    cheapest = min(results, key=lambda r: r[2])
    return best[1], cheapest[1], results, len(table)
