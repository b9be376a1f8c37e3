# calls: league_night([[(i * 7 + f * 3 + p) % 11 for p in range(1) for f in range(24)] for i in range(24)]), league_night([[10] * 12, [0] * 20])
def frames(rolls):
    result = []
    i = 0
    while i < len(rolls) and len(result) < 10:
        if rolls[i] == 10:
            result.append((i, 'strike'))
            i += 1
        elif i + 1 < len(rolls) and rolls[i] + rolls[i + 1] == 10:
            result.append((i, 'spare'))
            i += 2
        else:
            result.append((i, 'open'))
            i += 2
    return result


def legal(rolls):
    fixed = []
    first = None
    for pins in rolls:
        if first is None:
            fixed.append(pins)
            if pins != 10:
                first = pins
        else:
            fixed.append(min(pins, 10 - first))
            first = None
    return fixed


def score(rolls):
    total = 0
    for i, kind in frames(rolls):
        if kind == 'open':
            total += sum(rolls[i:i + 2])
        else:
            total += sum(rolls[i:i + 3])
    return total


def league_night(players):
    table = []
    for number, rolls in enumerate(players):
        rolls = legal(rolls)
        kinds = [kind for _, kind in frames(rolls)]
        table.append((score(rolls), kinds.count('strike'), kinds.count('spare'), number))
    table.sort(reverse=True)
    return table, sum(row[0] for row in table) // len(table)
