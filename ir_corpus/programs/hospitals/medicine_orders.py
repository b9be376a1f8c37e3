# calls: check_orders([('p%d' % (i % 31), ['warfarin', 'aspirin', 'ibuprofen', 'statin', 'grapefruit'][i * 7 % 5], 10 * (i % 9 + 1)) for i in range(160)], {'aspirin': 60, 'ibuprofen': 80})
from itertools import combinations

INTERACT = [{'warfarin', 'aspirin'}, {'warfarin', 'ibuprofen'}, {'statin', 'grapefruit'}]


def interacts(one, other):
    for pair in INTERACT:
        if one in pair and other in pair:
            return True
    return False


def check_orders(orders, maximum):
    takes = {}
    warnings = []
    for patient, drug, mg in orders:
        if patient not in takes:
            takes[patient] = {}
        if drug in takes[patient]:
            takes[patient][drug] += mg
        else:
            takes[patient][drug] = mg
    for patient in takes:
        drugs = sorted(takes[patient])
        for one, other in combinations(drugs, 2):
            if interacts(one, other):
                warnings.append(f'{patient}: {one} with {other}')
        for drug in drugs:
            if drug in maximum and takes[patient][drug] > maximum[drug]:
                warnings.append(f'{patient}: {takes[patient][drug]} mg {drug}')
    per_patient = {}
    for warning in warnings:
        who = warning.split(':')[0]
        per_patient[who] = per_patient.get(who, 0) + 1
    return warnings[:5], len(warnings), max(per_patient.values())
