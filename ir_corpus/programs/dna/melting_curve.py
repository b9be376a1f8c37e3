# calls: primers('ATGCGTACCTGAAGGCTTACGATCCGATTAGCCGGATAACGTTCAGGCATCGA' * 2, 50.0, 72.0), primers('AAAAAAAAAAAAAAAAAAAA', 50, 60)
from math import log

STACK = {'AA': (-7.9, -22.2), 'AT': (-7.2, -20.4), 'TA': (-7.2, -21.3), 'CA': (-8.5, -22.7), 'GT': (-8.4, -22.4),
         'CT': (-7.8, -21.0), 'GA': (-8.2, -22.2), 'CG': (-10.6, -27.2), 'GC': (-9.8, -24.4), 'GG': (-8.0, -19.9)}
OTHER = dict(zip('ACGT', 'TGCA'))


def stack_energy(pair):
    if pair in STACK:
        return STACK[pair]
    return STACK[OTHER[pair[1]] + OTHER[pair[0]]]


def melting(primer):
    enthalpy = 0.1
    entropy = -2.8
    for i in range(len(primer) - 1):
        h, s = stack_energy(primer[i:i + 2])
        enthalpy += h
        entropy += s
    return 1000 * enthalpy / (entropy + 1.987 * log(2.5e-7)) - 273.15


def hairpin(primer):
    for i in range(len(primer) - 8):
        stem = primer[i:i + 3]
        back = OTHER[stem[2]] + OTHER[stem[1]] + OTHER[stem[0]]
        if back in primer[i + 6:]:
            return True
    return False


def primers(template, low, high):
    good = []
    for start in range(len(template) - 20):
        p = template[start:start + 20]
        gc = (p.count('G') + p.count('C')) / 20
        if not 0.4 <= gc <= 0.6 or p[-1] not in 'GC':
            continue
        t = melting(p)
        if low <= t <= high and not hairpin(p):
            good.append((start, round(t, 2), gc))
    return good, len(template)
