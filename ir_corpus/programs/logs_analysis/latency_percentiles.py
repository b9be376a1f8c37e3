# calls: report({'/api/%s' % n: [((i * 7919 + k * 31) % 1000) / 3.0 for i in range(60)] for k, n in enumerate('abcd')}, [50, 90, 99])
import math


def percentile(values, share):
    ordered = sorted(values)
    place = math.ceil(len(ordered) * share / 100) - 1
    return ordered[max(place, 0)]


def histogram(values, edges):
    counts = [0] * (len(edges) + 1)
    for v in values:
        slot = len(edges)
        for e in range(len(edges)):
            if v < edges[e]:
                slot = e
                break
        counts[slot] += 1
    return counts


def report(latencies, shares):
    rows = []
    for path in sorted(latencies):
        values = latencies[path]
        row = [path]
        for share in shares:
            row.append(round(percentile(values, share), 2))
        slow = 0
        for v in values:
            if v > 2 * (sum(values) / len(values)):
                slow += 1
        bar = ''
        for count in histogram(values, [10.0, 50.0, 100.0, 200.0, 300.0]):
            bar += '#' * (count // 4) + '|'
        rows.append(row + [slow, bar])
    return rows
