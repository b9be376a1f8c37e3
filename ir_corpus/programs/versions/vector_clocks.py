# calls: replay([(i * i % 3, 'send' if i % 3 else 'recv', i) for i in range(60)], 3), replay([(0, 'send', 1), (1, 'recv', 2)], 2)
def before(a, b):
    smaller = False
    for x, y in zip(a, b):
        if x > y:
            return False
        if x < y:
            smaller = True
    return smaller


def relation(a, b):
    if a == b:
        return '='
    if before(a, b):
        return '<'
    if before(b, a):
        return '>'
    return '|'


def join(a, b):
    return [max(x, y) for x, y in zip(a, b)]


def replay(events, nodes):
    clocks = [[0] * nodes for _ in range(nodes)]
    mailbox = []
    stamps = []
    for node, verb, label in events:
        clocks[node][node] += 1
        if verb == 'recv' and mailbox:
            clocks[node] = join(clocks[node], mailbox.pop(0))
        elif verb == 'send':
            mailbox.append(clocks[node][:])
        stamps.append((label, clocks[node][:]))
    counts = {'=': 0, '<': 0, '>': 0, '|': 0}
    concurrent = {}
    for i in range(len(stamps)):
        for j in range(i + 1, len(stamps)):
            sign = relation(stamps[i][1], stamps[j][1])
            counts[sign] += 1
            if sign == '|':
                concurrent[stamps[i][0]] = concurrent.get(stamps[i][0], 0) + 1
    busiest = max(concurrent, key=concurrent.get) if concurrent else None
    return clocks, counts, busiest, len(mailbox)
