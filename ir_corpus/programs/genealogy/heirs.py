# calls: settle({'old': ['a', 'b', 'c'], 'a': ['a1', 'a2'], 'b': [], 'c': ['c1', 'c2', 'c3'], 'c2': ['z1', 'z2', 'z3', 'z4']}, ['old', 'a', 'c', 'c2', 'z3'], [1000, 720, 55000, 31] * 4)
# calls: settle({'old': []}, ['old'], [10])
from fractions import Fraction


def living_line(children, dead, person):
    if person not in dead:
        return True
    return any(living_line(children, dead, c) for c in children.get(person, []))


def shares(children, dead, person, part):
    if person not in dead:
        return {person: part}
    branches = [c for c in children.get(person, []) if living_line(children, dead, c)]
    result = {}
    for branch in branches:
        for heir, piece in shares(children, dead, branch, part / len(branches)).items():
            result[heir] = result.get(heir, Fraction(0)) + piece
    return result


def settle(children, dead, estates):
    paid = {}
    crown = 0
    for estate in estates:
        division = shares(children, dead, 'old', Fraction(1))
        left = estate
        for heir in sorted(division):
            amount = int(estate * division[heir])
            paid[heir] = paid.get(heir, 0) + amount
            left -= amount
        crown += left
    return paid, crown
