# calls: timetable([[i % 17, (i * 5 + 3) % 17, (i * i) % 17] for i in range(70)], 17), timetable([[0, 1], [1, 2]], 4)
def clashes(students, exams):
    table = [[False] * exams for _ in range(exams)]
    for chosen in students:
        for a in chosen:
            for b in chosen:
                if a != b:
                    table[a][b] = True
    return table


def degree(table, exam):
    count = 0
    for other in range(len(table)):
        if table[exam][other]:
            count += 1
    return count


def fits(table, exam, slot):
    for other in slot:
        if table[exam][other]:
            return False
    return True


def timetable(students, exams):
    table = clashes(students, exams)
    order = sorted(range(exams), key=lambda e: (-degree(table, e), e))
    slots = []
    for exam in order:
        for slot in slots:
            if fits(table, exam, slot):
                slot.append(exam)
                break
        else:
            slots.append([exam])
    position = {}
    for number, slot in enumerate(slots):
        for exam in slot:
            position[exam] = number
    tight = 0
    for chosen in students:
        spread = sorted(position[e] for e in chosen)
        for first, second in zip(spread, spread[1:]):
            if second - first == 1:
                tight += 1
    return slots, tight
