# calls: fold((['INFO ok', 'ERROR boom', '  at a.f(A.java:10)', '  at b.g(B.java:%d)', 'Caused by: x', 'INFO fine'] * 60))
def is_frame(line):
    return line[:5] == '  at '


def frame_name(line):
    name = ''
    for c in line[5:]:
        if c == '(':
            break
        name += c
    return name


def fold(lines):
    traces = []
    current = None
    for line in lines:
        if is_frame(line):
            if current is not None:
                current['frames'] = current['frames'] + [frame_name(line)]
        elif line.startswith('Caused by'):
            if current is not None:
                current['causes'] += 1
        elif line.startswith('ERROR'):
            current = {'head': line, 'frames': [], 'causes': 0}
            traces.append(current)
        else:
            current = None
    distinct = []
    counts = {}
    for trace in traces:
        signature = '<'.join(trace['frames'])
        if signature not in distinct:
            distinct.append(signature)
        counts[signature] = counts.get(signature, 0) + 1
    depth = max(len(t['frames']) for t in traces)
    return [(s, counts[s]) for s in distinct], depth
