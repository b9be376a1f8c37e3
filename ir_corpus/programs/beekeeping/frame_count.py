# calls: inspect({'hive %d' % h: ['BBHP' * (h % 4 + 1), 'HHHH--', 'BBBBQC', 'PPBB', 'EEBBDD', '------'] * (1 + h % 3) for h in range(24)}), inspect({'empty': []})
def tally(frame):
    result = {}
    for ch in frame:
        seen_before = result[ch] if ch in result else 0
        result[ch] = seen_before + 1
    return result


def add(total, more):
    for ch in more:
        if ch not in total:
            total[ch] = 0
        total[ch] = total[ch] + more[ch]
    return total


def judge(total, cells):
    notes = []
    if total.get('Q', 0) == 0 and total.get('E', 0) == 0:
        notes.append('queenless?')
    if total.get('C', 0) > 2:
        notes.append('swarming')
    if total.get('B', 0) > 0 and total.get('P', 0) < total.get('B', 0) / 6:
        notes.append('pollen short')
    if total.get('H', 0) * 5 < cells:
        notes.append('feed')
    if total.get('D', 0) > total.get('B', 0) / 3:
        notes.append('drones')
    return notes


def inspect(hives):
    todo = {}
    ranking = []
    for hive in hives:
        total = {}
        cells = 0
        for frame in hives[hive]:
            total = add(total, tally(frame))
            cells += len(frame)
        for note in judge(total, cells):
            if note not in todo:
                todo[note] = []
            todo[note].append(hive)
        strength = 0
        if cells > 0:
            strength = (2 * total.get('B', 0) + total.get('E', 0)) / cells
        ranking.append((round(strength, 3), hive))
    ranking.sort()
    return todo, ranking[-1], ranking[0]
