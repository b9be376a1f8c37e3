# calls: book([{'id': i, 'minutes': 40 + i * 29 % 150, 'urgent': i % 7 == 0} for i in range(45)], ['T1', 'T2', 'T3'], 480)
# calls: book([{'id': 1, 'minutes': 500, 'urgent': True}], ['T1'], 480)
def fits(day, minutes, limit):
    used = 0
    for operation in day:
        used += operation['minutes'] + 20
    return used + minutes <= limit


def book(operations, theatres, limit):
    urgent = [op for op in operations if op['urgent']]
    normal = [op for op in operations if not op['urgent']]
    normal.sort(key=lambda op: op['minutes'], reverse=True)
    diary = {}
    for theatre in theatres:
        diary[theatre] = [[] for _ in range(10)]
    postponed = []
    for op in urgent + normal:
        placed = False
        for day in range(10):
            for theatre in theatres:
                if fits(diary[theatre][day], op['minutes'], limit):
                    diary[theatre][day].append(op)
                    placed = True
                    break
            if placed:
                break
        if not placed:
            postponed.append(op['id'])
    use = []
    for theatre in theatres:
        total = 0
        for day in diary[theatre]:
            for op in day:
                total += op['minutes']
        use.append((theatre, total))
    return use, postponed, [[op['id'] for op in day] for day in diary[theatres[0]][:2]]
