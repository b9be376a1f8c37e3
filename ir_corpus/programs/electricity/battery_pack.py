# calls: drive([3.1 + (i * 11 % 7) / 10 for i in range(8)], [(i * 29 % 17) / 4 - 1.5 - (i // 40 % 2) for i in range(120)]), drive([0.1], [5.0, 5.0])
def cell_voltage(charge, capacity):
    level = charge / capacity
    if level <= 0:
        return 2.5
    if level < 0.1:
        return 3.0 + 4 * level
    if level < 0.9:
        return 3.4 + 0.5 * (level - 0.1)
    return 3.8 + 4 * (level - 0.9)


def weakest_cell(charges, capacities):
    k = 0
    for i in range(1, len(charges)):
        if cell_voltage(charges[i], capacities[i]) < cell_voltage(charges[k], capacities[k]):
            k = i
    return k


def balance(charges, capacities):
    low = cell_voltage(charges[weakest_cell(charges, capacities)], capacities[weakest_cell(charges, capacities)])
    bled = 0.0
    for i in range(len(charges)):
        if cell_voltage(charges[i], capacities[i]) - low > 0.004:
            charges[i] -= 0.004
            bled += 0.004
    return bled


def drive(capacities, loads):
    charges = [c * 0.95 for c in capacities]
    lost = 0.0
    energy = 0.0
    for minute, load in enumerate(loads):
        volts = sum(cell_voltage(q, c) for q, c in zip(charges, capacities))
        energy += volts * load / 60
        charges = [min(c, q - load / 60) for q, c in zip(charges, capacities)]
        if load < 0:
            lost += balance(charges, capacities)
        if min(charges) <= 0:
            return 'empty', minute, weakest_cell(charges, capacities), round(energy, 4)
    return 'ok', len(loads), round(lost, 5), round(energy, 4), [round(q, 3) for q in charges]
