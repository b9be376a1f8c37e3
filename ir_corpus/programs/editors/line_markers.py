# calls: shift_all([(i * 7 % 200, 'bookmark' if i % 3 else 'break') for i in range(40)], [(i * 13 % 180, (i % 5) - 2) for i in range(25)])
class Marker:
    def __init__(self, line, kind):
        self.line = line
        self.kind = kind
        self.dead = False

    def shift(self, at, delta):
        if delta < 0 and at <= self.line < at - delta:
            self.dead = True
        elif self.line >= at:
            self.line += delta


def alive(markers):
    return [marker for marker in markers if not marker.dead]


def shift_all(places, edits):
    markers = [Marker(line, kind) for line, kind in places]
    kept = []
    for at, delta in edits:
        for marker in alive(markers):
            marker.shift(at, delta)
        kept.append(len(alive(markers)))
    groups = {}
    for marker in sorted(alive(markers), key=lambda m: m.line):
        if marker.kind in groups:
            groups[marker.kind].append(marker.line)
        else:
            groups[marker.kind] = [marker.line]
    closest = None
    for kind in groups:
        lines = groups[kind]
        for i in range(len(lines) - 1):
            gap = lines[i + 1] - lines[i]
            if closest is None or gap < closest:
                closest = gap
    return groups, kept, closest
