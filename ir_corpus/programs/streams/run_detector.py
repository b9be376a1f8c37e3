# calls: runs('aaabccddddaab' * 60), bursts([0, 3, 4, 5, 20, 21, 50, 90, 91, 92, 93] + list(range(100, 900, 3)), 3)
def runs(symbols):
    found = []
    current = ''
    for symbol in symbols:
        if current != '' and current[0] == symbol:
            current += symbol
        else:
            if current != '':
                found.append(current)
            current = symbol
    if current != '':
        found.append(current)
    lengths = {}
    for run in found:
        if len(run) in lengths:
            lengths[len(run)] += 1
        else:
            lengths[len(run)] = 1
    longest = max(found, key=lambda run: len(run))
    return longest, sorted(lengths.items(), key=lambda p: p[0])


def bursts(arrivals, gap):
    groups = [[arrivals[0]]]
    for i in range(1, len(arrivals)):
        if arrivals[i] - arrivals[i - 1] <= gap:
            groups[-1].append(arrivals[i])
        else:
            groups.append([arrivals[i]])
    return [(g[0], g[-1], len(g)) for g in groups if len(g) > 1]
