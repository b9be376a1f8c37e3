# calls: describe([('R1', 100, 0), ('R2', 220, 1), ('R3', 330, 1), ('R4', 47, 2), ('R5', 1000, 1)] * 6, 12.0)
def parallel(values):
    inverse = 0.0
    for value in values:
        if value == 0:
            return 0.0
        inverse += 1 / value
    return 1 / inverse


def describe(parts, volts):
    # parts with the same stage number are in parallel, the stages in series
    stages = []
    for name, ohms, stage in parts:
        if stage not in stages:
            stages.append(stage)
    total = 0.0
    resistances = {}
    for stage in stages:
        members = [part[1] for part in parts if part[2] == stage]
        resistances[stage] = parallel(members)
        total += resistances[stage]
    current = volts / total
    lines = []
    for name, ohms, stage in parts:
        drop = current * resistances[stage]
        power = drop * drop / ohms
        warning = ''
        if power > 0.25:
            warning = ' HOT'
        lines.append(name + ': ' + str(round(drop, 2)) + ' V, ' + str(round(power * 1000, 1)) + ' mW' + warning)
    return '\n'.join(lines)
