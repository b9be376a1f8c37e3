# calls: load_summary([(18 + i % 23, 14 + i * 3 % 17, 2.4 + i % 5 * 0.6, 'SPB'[i % 3]) for i in range(260)], {'S': 62.5, 'P': 54.0, 'B': 71.25})
# calls: load_summary([(30, 28, 4.8, 'S')], {'S': 60})
from math import pi


def area(diameter_cm):
    return pi * (diameter_cm / 100) ** 2 / 4


def volume(big, small, length):
    return (area(big) + area(small)) / 2 * length


def grade(big, small, length):
    taper = (big - small) / length
    if taper < 0:
        return 'reject'
    if small >= 26 and taper < 1.5:
        return 'A'
    if small >= 20 and taper < 2.5:
        return 'B'
    if small >= 14:
        return 'C'
    return 'pulp'


def load_summary(logs, prices):
    factor = {'A': 1.3, 'B': 1.0, 'C': 0.8, 'pulp': 0.35, 'reject': 0}
    per_species = {}
    for big, small, length, species in logs:
        g = grade(big, small, length)
        v = volume(max(big, small), min(big, small), length)
        if species not in per_species:
            per_species[species] = {}
        if g not in per_species[species]:
            per_species[species][g] = [0, 0.0, 0.0]
        per_species[species][g][0] += 1
        per_species[species][g][1] += v
        per_species[species][g][2] += v * prices[species] * factor[g]
    grand = 0.0
    for species in per_species:
        for g in per_species[species]:
            grand += per_species[species][g][2]
    return per_species, round(grand, 2)
