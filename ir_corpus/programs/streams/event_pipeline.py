# calls: pipeline(['%d;%s;%d' % (i, ['open', 'read', 'close', 'noise'][i % 4], i * 13 % 50) for i in range(180)] + ['broken', '9;read;x'])
def parse(lines):
    for line in lines:
        fields = line.split(';')
        if len(fields) != 3:
            continue
        try:
            yield {'time': int(fields[0]), 'kind': fields[1], 'size': int(fields[2])}
        except ValueError:
            pass


def only(events, kinds):
    for event in events:
        if event['kind'] in kinds:
            yield event


def is_large(event):
    return event['size'] >= 30


def pipeline(lines):
    totals = {}
    large = 0
    last = None
    longest_gap = 0
    for event in only(parse(lines), ['open', 'read', 'close']):
        if event['kind'] not in totals:
            totals[event['kind']] = 0
        totals[event['kind']] += event['size']
        if is_large(event):
            large += 1
        if last is not None:
            longest_gap = max(longest_gap, event['time'] - last)
        last = event['time']
    summary = ', '.join(kind + '=' + str(totals[kind]) for kind in sorted(totals))
    return summary, large, longest_gap
