# calls: trace([(i % 25, 'room%d' % (i * 7 % 9), i // 9, i // 9 + 2) for i in range(110)], 3, 30)
# calls: trace([(1, 'a', 0, 5), (2, 'a', 4, 6), (3, 'b', 0, 9)], 1, 9)
def met(one, other):
    return one[1] == other[1] and one[2] < other[3] and other[2] < one[3]


def direct_contacts(visits, person):
    contacts = []
    for mine in visits:
        if mine[0] != person:
            continue
        for other in visits:
            if other[0] != person and met(mine, other) and other[0] not in contacts:
                contacts.append(other[0])
    return contacts


def trace(visits, first, limit):
    rings = [[first]]
    known = [first]
    while rings[-1] and len(known) < limit:
        ring = []
        for person in rings[-1]:
            for contact in direct_contacts(visits, person):
                if contact not in known:
                    known.append(contact)
                    ring.append(contact)
        rings.append(ring)
    minutes = {}
    for mine in visits:
        if mine[0] in known:
            minutes[mine[1]] = minutes.get(mine[1], 0) + mine[3] - mine[2]
    worst = sorted(minutes, key=lambda room: minutes[room], reverse=True)[:2]
    return [len(ring) for ring in rings], worst
