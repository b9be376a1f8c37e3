# calls: too_fast([('car%d' % i, 1000 + i * 4) for i in range(90)], [('car%d' % (i * 7 % 90), 1000 + i * 7 % 90 * 4 + 95 + i % 40) for i in range(90)], 3.2, 100)
def speed(km, seconds):
    return km / seconds * 3600


def fine(over):
    if over <= 10:
        return 20
    if over <= 20:
        return 60
    if over <= 30:
        return 100
    return 200


def find_exit(exits, plate):
    for seen in exits:
        if seen[0] == plate:
            return seen[1]
    return None


def too_fast(entries, exits, km, limit):
    offences = []
    income = 0
    missing = 0
    for plate, entered in entries:
        left = find_exit(exits, plate)
        if left is None:
            missing += 1
            continue
        kmh = speed(km, left - entered)
        if kmh > limit + 3:
            offences.append({'plate': plate, 'kmh': int(kmh - 3), 'fine': fine(kmh - 3 - limit)})
    for offence in offences:
        income += offence['fine']
    offences.sort(key=lambda o: (-o['kmh'], o['plate']))
    return offences[:4], len(offences), income, missing
