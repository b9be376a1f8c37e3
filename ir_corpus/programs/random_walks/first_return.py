# calls: survey(11, 1500), survey(2, 200)
# calls: survey(30000, 4000)
def bits(seed, n):
    for _ in range(n):
        seed ^= (seed << 7) & 0xFFFF
        seed ^= seed >> 9
        seed ^= (seed << 8) & 0xFFFF
        yield seed & 1


def positions(steps):
    place = 0
    yield place
    for bit in steps:
        place += 1 if bit else -1
        yield place


def excursions(places):
    length = 0
    top = 0
    for place in places:
        if place == 0 and length > 0:
            yield length, top
            length = top = 0
        length += 1
        if abs(place) > abs(top):
            top = place


def survey(seed, n):
    lengths = {}
    highest = None
    above = 0
    for length, top in excursions(positions(bits(seed, n))):
        lengths[length] = lengths.get(length, 0) + 1
        if top > 0:
            above += length
        if highest is None or abs(top) > abs(highest):
            highest = top
    shortest_first = sorted(lengths.items())
    return shortest_first[:5], highest, above, sum(lengths.values())
