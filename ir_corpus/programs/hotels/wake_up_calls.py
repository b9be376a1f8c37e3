# calls: switchboard([('%02d:%02d' % (5 + i % 5, i * 7 % 60), 100 + i * 3 % 90, i % 11 == 0) for i in range(110)], 3)
# calls: switchboard([('06:00', 101, False)] * 5, 1)
def to_minutes(text):
    return 60 * int(text[:2]) + int(text[3:])


def switchboard(requests, lines):
    calls = []
    for text, room, deaf in requests:
        calls.append([to_minutes(text), room, 0, deaf])
    calls.sort()
    missed = []
    late = 0
    minute = 0
    if calls:
        minute = calls[0][0]
    while calls:
        free = lines
        waiting = []
        for call in calls:
            if call[0] > minute or free == 0:
                waiting.append(call)
                continue
            free -= 1
            if minute > call[0]:
                late += 1
            # nobody answers: try again, twice at most
            if (call[1] + call[2]) % 4 == 0 or call[3]:
                if call[2] < 2:
                    waiting.append([minute + 5, call[1], call[2] + 1, call[3]])
                else:
                    missed.append(call[1])
        calls = sorted(waiting)
        minute += 1
    return sorted(missed), late, minute
