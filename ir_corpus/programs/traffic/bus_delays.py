# calls: punctuality({'line%d' % n: [(600 + 20 * i, 600 + 20 * i + (i * n) % 9 - 1) for i in range(40)] for n in range(1, 9)})
def clock(minutes):
    return str(minutes // 60).zfill(2) + ':' + str(minutes % 60).zfill(2)


def is_late(planned, real):
    return real - planned > 3


def punctuality(lines):
    report = []
    worst_line = None
    worst_share = -1.0
    for line in lines:
        late = 0
        early = 0
        biggest = lines[line][0]
        for stop in lines[line]:
            if is_late(stop[0], stop[1]):
                late += 1
            elif stop[1] < stop[0]:
                early += 1
            if stop[1] - stop[0] > biggest[1] - biggest[0]:
                biggest = stop
        share = late / len(lines[line])
        if share > worst_share:
            worst_share = share
            worst_line = line
        report.append(line + ' ' + str(round(100 * share)) + '% late, ' + str(early) + ' early, worst at ' + clock(biggest[0]))
    return report, worst_line
