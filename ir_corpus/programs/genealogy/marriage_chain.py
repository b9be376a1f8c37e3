# calls: nearest([(i, (i * i + 3) % 90) for i in range(90)] + [(i, i + 7) for i in range(0, 80, 4)], 0, 31)
# calls: nearest([(0, 1)], 0, 5)
def relatives(pairs, person):
    found = []
    for a, b in pairs:
        if a == person and b not in found:
            found.append(b)
        if b == person and a not in found:
            found.append(a)
    return found


def nearest(pairs, start, goal):
    queue = [start]
    came_from = {start: None}
    looked = 0
    while queue != []:
        person = queue.pop(0)
        looked += 1
        if person == goal:
            chain = []
            while person is not None:
                chain.insert(0, person)
                person = came_from[person]
            return chain, looked
        for other in relatives(pairs, person):
            if other not in came_from:
                came_from[other] = person
                queue.append(other)
    return [], looked
