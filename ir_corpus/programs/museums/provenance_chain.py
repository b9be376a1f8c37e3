# calls: audit({'P%d' % i: [('A', 1890 + i, 1910), ('B', 1910 + i % 4, 1931), ('dealer', 1930 - i % 3, 1938 + i % 9), ('C', 1946 - i % 5, 1980)][: 2 + i % 3] for i in range(90)}, 1933, 1945)
# calls: audit({'X': []}, 1933, 1945)
def holes(chain):
    found = []
    for i in range(1, len(chain)):
        before, after = chain[i - 1], chain[i]
        if after[1] > before[2]:
            found.append((before[2], after[1]))
    return found


def overlaps(chain):
    count = 0
    for i in range(len(chain)):
        for j in range(i):
            if chain[i][1] < chain[j][2] and chain[j][1] < chain[i][2]:
                count += 1
    return count


def severity(chain, start, stop):
    points = 0
    for a, b in holes(chain):
        if a < stop and b > start:
            points += 3 * (min(b, stop) - max(a, start))
        else:
            points += 1
    for owner, a, b in chain:
        if owner == 'dealer' and not (b < start or a > stop):
            points += 5
    return points


def audit(works, start, stop):
    report = []
    clean = 0
    for work in works:
        chain = sorted(works[work], key=lambda entry: entry[1])
        if not chain:
            report.append((99, work, 'unknown'))
            continue
        points = severity(chain, start, stop) + 2 * overlaps(chain)
        if points == 0:
            clean += 1
        elif points > 6:
            report.append((points, work, ' > '.join('%s %d-%d' % entry for entry in chain)))
    report.sort(key=lambda r: (-r[0], r[1]))
    return clean, report[:12], len(report)
