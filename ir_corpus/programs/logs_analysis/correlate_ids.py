# calls: join_up([(i * 5 % 40, 'start', i) for i in range(40)] + [(i * 3 % 37, 'end', i * 2 + 30) for i in range(30)])
def find(records, request, kind):
    for record in records:
        if record[0] == request and record[1] == kind:
            return record
    return None


def join_up(records):
    done = []
    pending = []
    seen = []
    for request, kind, at in records:
        if request in seen:
            continue
        seen.append(request)
        begin = find(records, request, 'start')
        end = find(records, request, 'end')
        if begin is None or end is None:
            pending.append(request)
            continue
        done.append((request, end[2] - begin[2]))
    shortest = None
    longest = None
    for request, took in done:
        if shortest is None or took < shortest:
            shortest = took
        if longest is None or took > longest:
            longest = took
    return done, sorted(pending), shortest, longest
