# calls: serve([['rice', 'fish'], ['fish', 'cake', 'rice'], ['cake'], ['salad', 'rice', 'fish', 'cake']] * 20, {'rice': 40, 'fish': 25, 'cake': 50, 'salad': 5})
# calls: serve([['x']], {})
def step(pots, wish):
    """Take one spoon; tell whether there was one."""
    try:
        if pots[wish] > 0:
            pots[wish] -= 1
            return True
    except KeyError:
        pass
    return False


def serve(guests, portions):
    pots = dict(portions)
    unhappy = []
    plates = []
    refills = 0
    for number, wishes in enumerate(guests):
        plate = []
        for wish in wishes:
            if step(pots, wish):
                plate.append(wish)
        missing = [wish for wish in wishes if wish not in plate]
        if missing:
            unhappy.append((number, missing))
        plates.append('+'.join(sorted(plate)) or '-')
        if all(pots[pot] == 0 for pot in pots) and refills < 2:
            for pot in pots:
                pots[pot] = portions[pot] // 2
            refills += 1
    kinds = {}
    for plate in plates:
        kinds[plate] = kinds.get(plate, 0) + 1
    favourite = ''
    for plate in kinds:
        if favourite == '' or kinds[plate] > kinds[favourite]:
            favourite = plate
    return favourite, len(unhappy), unhappy[:2], refills
