# calls: sow([('radish', 4, 2.0, 60), ('lettuce', 25, 0.5, 400), ('bean', 8, 5.0, 80), ('beet', 10, 2.5, 120)], [(120, 80), (200, 100), (90, 90), (300, 60)])
def plants_in_row(length, spacing):
    return length // spacing + 1


def sow(packets, beds):
    plan = []
    left = {}
    for name, spacing, depth, seeds in packets:
        left[name] = seeds
    for index in range(len(beds)):
        length, width = beds[index]
        used = 0
        turn = 0
        while used + 10 <= width and turn < 200:
            packet = packets[turn % len(packets)]
            turn += 1
            wanted = plants_in_row(length, packet[1])
            if left[packet[0]] < wanted:
                continue
            left[packet[0]] -= wanted
            used += max(10, packet[1])
            plan.append((index, packet[0], wanted))
    sown = {}
    for bed, name, count in plan:
        if name not in sown:
            sown[name] = 0
        sown[name] += count
    rows = ['bed ' + str(bed) + ' ' + name + ' x' + str(count) for bed, name, count in plan]
    return rows, sown, sum(left[name] for name in left)
