# calls: allocate('8000-8040,9000,9010-9030:5,8020-8025', 30), allocate('1-9,20-90:7,4', 12)
def expand(spec):
    ports = []
    for part in spec.split(','):
        step = 1
        if ':' in part:
            part, every = part.split(':')
            step = int(every)
        if '-' in part:
            first, last = part.split('-')
        else:
            first = last = part
        for port in range(int(first), int(last) + 1, step):
            if port not in ports:
                ports.append(port)
    return ports


def reserved(port):
    return port in [8005, 8010, 8015, 8080, 9000, 22, 25, 80]


def compact(ports):
    text = ''
    ordered = sorted(ports)
    i = 0
    while i < len(ordered):
        j = i
        while j + 1 < len(ordered) and ordered[j + 1] == ordered[j] + 1:
            j += 1
        if text != '':
            text += ','
        text += str(ordered[i])
        if j > i:
            text += '-' + str(ordered[j])
        i = j + 1
    return text


def allocate(spec, count):
    taken = []
    skipped = 0
    for n in range(count):
        chosen = None
        for port in expand(spec):
            if reserved(port):
                skipped += 1
            elif port not in taken:
                chosen = port
                break
        if chosen is None:
            break
        taken = taken + [chosen]
    return compact(taken), len(taken), skipped
