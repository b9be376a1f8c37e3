# calls: arrange([('k%d' % i, i * 13 % 7 == 0, ['k%d' % ((i + 5) % 24)]) for i in range(24)], 4)
def find(seats, name):
    for r in range(len(seats)):
        for c in range(len(seats[r])):
            if seats[r][c] == name:
                return r, c
    return None


def arrange(pupils, columns):
    front = [p for p in pupils if p[1]]
    rest = [p for p in pupils if not p[1]]
    seats = []
    row = []
    for pupil in front + rest:
        row.append(pupil[0])
        if len(row) == columns:
            seats.append(row)
            row = []
    if row:
        seats.append(row)
    complaints = []
    for name, needs_front, enemies in pupils:
        r, c = find(seats, name)
        if needs_front and r > 1:
            complaints.append(name + ' sits in row ' + str(r + 1))
        for enemy in enemies:
            place = find(seats, enemy)
            if place is not None and abs(place[0] - r) + abs(place[1] - c) == 1:
                complaints.append(name + ' sits beside ' + enemy)
    return seats, complaints
