# calls: share_rooms([100 * f + n for f in range(1, 7) for n in range(1, 15)], [103 + 7 * k for k in range(40)], ['Rita', 'Sven', 'Tomo', 'Ugo'])
# calls: share_rooms([101], [101], ['Rita'])
def minutes(room, leaving):
    return 35 if room in leaving else 15


def share_rooms(rooms, leaving, people):
    load = {}
    lists = {}
    for person in people:
        load[person] = 0
        lists[person] = []
    ordered = sorted(rooms, key=lambda r: (-minutes(r, leaving), r))
    for room in ordered:
        least = people[0]
        for person in people:
            extra = 0
            if lists[person] and lists[person][-1] // 100 != room // 100:
                extra = 3
            if load[person] + extra < load[least]:
                least = person
        load[least] = load[least] + minutes(room, leaving)
        lists[least].append(room)
    sheets = []
    for person in people:
        sheet = person + ': '
        for room in sorted(lists[person]):
            sheet += str(room)
            if room in leaving:
                sheet += '*'
            sheet += ' '
        sheets.append(sheet.strip())
    return load, sheets
