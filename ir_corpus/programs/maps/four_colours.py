# calls: paint(['aabbbccd', 'aabeeccd', 'ffbeeggd', 'ffhheggi', 'jjhhkkii', 'jlllkkmm', 'nnlookmm'], ['red', 'green', 'blue', 'gold']), paint(['ab', 'ca'], ['red'])
def borders(rows):
    touching = {}
    for y, row in enumerate(rows):
        for x, land in enumerate(row):
            touching.setdefault(land, [])
            for nx, ny in ((x + 1, y), (x, y + 1)):
                if ny < len(rows) and nx < len(rows[ny]):
                    other = rows[ny][nx]
                    if other != land:
                        touching.setdefault(other, [])
                        if other not in touching[land]:
                            touching[land].append(other)
                        if land not in touching[other]:
                            touching[other].append(land)
    return touching


def allowed(land, colour, touching, chosen):
    for other in touching[land]:
        if other in chosen and chosen[other] == colour:
            return False
    return True


def fill(lands, touching, chosen, colours, tries):
    if len(chosen) == len(lands):
        return True
    land = lands[len(chosen)]
    for colour in colours:
        tries[0] += 1
        if allowed(land, colour, touching, chosen):
            chosen[land] = colour
            if fill(lands, touching, chosen, colours, tries):
                return True
            del chosen[land]
    return False


def paint(rows, colours):
    touching = borders(rows)
    lands = sorted(touching, key=lambda l: (-len(touching[l]), l))
    for n in range(1, len(colours) + 1):
        chosen = {}
        tries = [0]
        if fill(lands, touching, chosen, colours[:n], tries):
            used = list(chosen.values())
            return n, chosen, tries[0], [used.count(c) for c in colours]
    return 0, {}, tries[0], []
