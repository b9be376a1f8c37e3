# calls: approve([{'id': i, 'sum': i * 317 % 9000, 'by': 'u%d' % (i % 12), 'kind': ['it', 'travel', 'misc'][i % 3]} for i in range(170)], {'u%d' % i: 'u%d' % (i // 3) for i in range(1, 12)}, [500, 2000, 5000])
def boss_of(person, bosses):
    return bosses[person] if person in bosses else None


def chain(person, bosses, length):
    people = []
    current = boss_of(person, bosses)
    while current is not None and len(people) < length:
        people.append(current)
        current = boss_of(current, bosses)
    return people


def level(amount, limits):
    for i in range(len(limits)):
        if amount <= limits[i]:
            return i
    return len(limits)


def approve(requests, bosses, limits):
    desk = {}
    automatic = 0
    stuck = []
    for request in requests:
        needed = level(request['sum'], limits)
        if request['kind'] == 'travel' and needed > 0:
            needed += 1
        if needed == 0:
            automatic += request['sum']
            continue
        people = chain(request['by'], bosses, needed)
        if len(people) < needed:
            stuck.append(request['id'])
        for person in people:
            if person not in desk:
                desk[person] = []
            desk[person].append(request['id'])
    busiest = sorted(desk, key=lambda person: (-len(desk[person]), person))[:3]
    return automatic, len(stuck), [(person, len(desk[person])) for person in busiest]
