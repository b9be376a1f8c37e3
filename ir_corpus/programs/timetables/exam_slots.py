# calls: schedule({'stud%d' % i: ['E%d' % (i * k % 17) for k in (1, 2, 3, 5)] for i in range(1, 60)}, 14), schedule({'a': ['x', 'y']}, 1)
def conflict_table(students):
    table = {}
    for student in students:
        for a in students[student]:
            for b in students[student]:
                if a != b:
                    table.setdefault(a, {})
                    table[a][b] = table[a].get(b, 0) + 1
    return table


def pick_slot(exam, placed, table, slots):
    for slot in range(slots):
        for other in table[exam]:
            if placed.get(other) == slot:
                break
        else:
            return slot
    return None


def back_to_back(students, placed):
    count = 0
    for exams in students.values():
        times = sorted([placed[e] for e in exams if e in placed])
        i = 0
        while i + 1 < len(times):
            if times[i + 1] - times[i] == 1:
                count += 1
            i += 1
    return count


def schedule(students, slots):
    table = conflict_table(students)
    order = sorted(table, key=lambda e: (-len(table[e]), -sum(table[e].values()), e))
    placed = {}
    failed = []
    for exam in order:
        slot = pick_slot(exam, placed, table, slots)
        if slot is None:
            failed.append(exam)
        else:
            placed[exam] = slot
    return placed, failed, back_to_back(students, placed)
