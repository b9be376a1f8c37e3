# calls: merge(list('abcdefghij' * 9), list('abXdefghij' * 9), list('abcdefYhij' * 8 + 'abZdefghij')), merge(['a'], ['b'], ['c']), merge([], ['n'], [])
def choose(base, ours, theirs):
    if ours == theirs:
        return ours, 'same'
    if ours == base:
        return theirs, 'theirs'
    if theirs == base:
        return ours, 'ours'
    return None, 'conflict'


def at(lines, i):
    return lines[i] if i < len(lines) else None


def merge(base, ours, theirs):
    out = []
    tally = {'same': 0, 'theirs': 0, 'ours': 0, 'conflict': 0}
    open_conflict = None
    longest = max(len(base), len(ours), len(theirs))
    for i in range(longest + 1):
        if i < longest:
            line, source = choose(at(base, i), at(ours, i), at(theirs, i))
            tally[source] += 1
        else:
            line, source = None, 'end'
        if source == 'conflict':
            if open_conflict is None:
                open_conflict = ([], [])
            open_conflict[0].append(at(ours, i))
            open_conflict[1].append(at(theirs, i))
            continue
        if open_conflict is not None:
            mine, other = open_conflict
            out += ['<<<<<<<'] + [l for l in mine if l is not None]
            out += ['======='] + [l for l in other if l is not None] + ['>>>>>>>']
            open_conflict = None
        if line is not None:
            out.append(line)
    markers = sum(line.startswith('<<<<') for line in out)
    return ''.join(out)[:60], len(out), markers, tally
