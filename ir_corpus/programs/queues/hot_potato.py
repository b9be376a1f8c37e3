# calls: survivors(60, 7)
def survivors(people, step):
    circle = []
    for i in range(people):
        circle.append(i)
    out = []
    place = 0
    while len(circle) > 1:
        place = (place + step - 1) % len(circle)
        out.append(circle[place])
        circle = circle[:place] + circle[place + 1:]
    even = 0
    for person in out:
        if person % 2 == 0:
            even += 1
    return circle[0], even
