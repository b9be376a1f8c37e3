# calls: alerts([(t * 2 + t % 3, 'host%d' % (t * 5 % 7), t * 11 % 13) for t in range(400)], 60, 3, 4)
def is_bad(status, limit):
    return status >= limit


def alerts(records, width, count, limit):
    recent = {}
    raised = []
    silent_until = {}
    dropped = 0
    for moment, host, status in records:
        if not is_bad(status, limit):
            continue
        times = recent[host] if host in recent else []
        times = times + [moment]
        while times[0] < moment - width:
            times = times[1:]
            dropped += 1
        recent[host] = times
        if len(times) >= count:
            if host in silent_until and moment < silent_until[host]:
                continue
            raised.append('%s at %d (%d)' % (host, moment, len(times)))
            silent_until[host] = moment + width
    noisiest = ''
    for host in sorted(recent.keys()):
        if noisiest == '' or len(recent[host]) > len(recent[noisiest]):
            noisiest = host
    return raised, noisiest, dropped
