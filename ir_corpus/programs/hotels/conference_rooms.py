# calls: timetable([('talk%d' % i, 9 * 60 + i * 25 % 480, 30 + i % 3 * 15, 20 + i * 17 % 150) for i in range(50)], [('Blue', 50), ('Red', 90), ('Hall', 200)])
def overlap(a, b):
    return a[1] < b[1] + b[2] and b[1] < a[1] + a[2]


def clock(minute):
    return f'{minute // 60:02d}:{minute % 60:02d}'


def timetable(talks, rooms):
    used = {name: [] for name, seats in rooms}
    moved = 0
    lost = []
    for talk in sorted(talks, key=lambda t: (-t[3], t[1])):
        for name, seats in sorted(rooms, key=lambda r: r[1]):
            if seats < talk[3]:
                moved += 1
                continue
            if not any(overlap(talk, other) for other in used[name]):
                used[name].append(talk)
                break
        else:
            lost.append(talk[0])
    boards = {}
    for name in used:
        board = ''
        for talk in sorted(used[name], key=lambda t: t[1]):
            if board != '':
                board += ' | '
            board += clock(talk[1]) + '-' + clock(talk[1] + talk[2]) + ' ' + talk[0]
        boards[name] = board
    busy = max(sum(talk[2] for talk in used[name]) for name in used)
    return boards, len(lost), moved, busy
