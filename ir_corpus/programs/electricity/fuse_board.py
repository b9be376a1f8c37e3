# calls: assign([('heater', 2000), ('oven', 3200), ('kettle', 1800), ('lamp', 60), ('tv', 150), ('washer', 2100), ('dryer', 2500), ('pc', 400), ('pump', 750), ('fridge', 200), ('iron', 1200), ('freezer', 250)], [16, 16, 10, 20])
# calls: assign([('welder', 9000)], [10])
VOLTS = 230


def amps(watts):
    return watts / VOLTS


def load(circuit):
    return sum([amps(w) for _, w in circuit])


def spread(circuits, fuses):
    parts = [load(c) / f for c, f in zip(circuits, fuses)]
    return max(parts) - min(parts)


def assign(devices, fuses):
    circuits = [[] for f in fuses]
    refused = []
    for device in sorted(devices, key=lambda d: d[1], reverse=True):
        room = [f - load(c) for c, f in zip(circuits, fuses)]
        k = room.index(max(room))
        if room[k] >= amps(device[1]):
            circuits[k].append(device)
        else:
            refused.append(device[0])
    improved = True
    swaps = 0
    while improved and swaps < 20:
        improved = False
        for i in range(len(circuits)):
            for j in range(len(circuits)):
                if i == j or improved:
                    continue
                for device in list(circuits[i]):
                    before = spread(circuits, fuses)
                    circuits[i].remove(device)
                    circuits[j].append(device)
                    if load(circuits[j]) <= fuses[j] and spread(circuits, fuses) < before - 1e-9:
                        improved = True
                        swaps += 1
                        break
                    circuits[j].remove(device)
                    circuits[i].append(device)
    return [[name for name, w in c] for c in circuits], refused, swaps
