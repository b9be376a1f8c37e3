# calls: match_log([(i * i + i // 3) % 7 % 2 for i in range(330)]), match_log([0] * 48), match_log([])
class Match:
    NAMES = ['0', '15', '30', '40']

    def __init__(self):
        self.points = [0, 0]
        self.games = [0, 0]
        self.sets = [0, 0]
        self.history = []
        self.deuces = 0

    def call(self):
        a, b = self.points
        if a >= 3 and b >= 3:
            if a == b:
                return 'deuce'
            return 'advantage ' + 'AB'[a < b]
        return self.NAMES[min(a, 3)] + ':' + self.NAMES[min(b, 3)]

    def won(self, counts, needed):
        for k in (0, 1):
            if counts[k] >= needed and counts[k] - counts[1 - k] >= 2:
                return k
        return None

    def point(self, player):
        self.points[player] += 1
        if self.call() == 'deuce':
            self.deuces += 1
        winner = self.won(self.points, 4)
        if winner is None:
            return
        self.points = [0, 0]
        self.games[winner] += 1
        winner = self.won(self.games, 6)
        if winner is not None:
            self.history.append(tuple(self.games))
            self.games = [0, 0]
            self.sets[winner] += 1


def match_log(points):
    match = Match()
    calls = {}
    for played, player in enumerate(points):
        match.point(player)
        calls[match.call()] = calls.get(match.call(), 0) + 1
        if max(match.sets) == 2:
            return 'over', played + 1, match.sets, match.history, match.deuces, calls
    return 'open', len(points), match.sets, match.history + [tuple(match.games)], match.deuces, calls
