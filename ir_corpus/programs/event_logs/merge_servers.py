# calls: merged([[(k + i * (k + 3), 'srv%d' % k, ['get', 'put', 'ping'][i % 3]) for i in range(60)] for k in range(4)]), merged([[], [(1, 'a', 'get')], []])
def merged(logs):
    places = [0] * len(logs)
    result = []
    while True:
        pick = -1
        for k in range(len(logs)):
            if places[k] >= len(logs[k]):
                continue
            if pick == -1 or logs[k][places[k]][0] < logs[pick][places[pick]][0]:
                pick = k
        if pick == -1:
            break
        result.append(logs[pick][places[pick]])
        places[pick] += 1
    return len(result), collapse(result), quiet(result)


def collapse(events):
    rows = []
    count = 0
    for i in range(len(events)):
        count += 1
        if i + 1 == len(events) or events[i + 1][1:] != events[i][1:]:
            text = events[i][1] + ':' + events[i][2]
            if count > 1:
                text += ' x' + str(count)
            rows.append(text)
            count = 0
    return rows[:5] + [len(rows)]


def quiet(events):
    longest = 0
    where = None
    previous = None
    for event in events:
        if event[2] == 'ping':
            continue
        if previous is not None and event[0] - previous > longest:
            longest = event[0] - previous
            where = previous
        previous = event[0]
    return longest, where
