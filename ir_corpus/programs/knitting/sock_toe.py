# calls: sizes(range(30, 48), 30), sizes([20], 24)
from math import ceil


class Sock:
    def __init__(self, shoe, gauge):
        self.foot = (shoe + 2) / 1.5 - 2.5
        self.stitches = 4 * round(self.foot * 0.92 * gauge / 40)
        self.gauge = gauge
        self.log = []

    def heel(self):
        flap = self.stitches // 2
        rows = flap
        turn = flap // 3 + (flap % 3 > 0)
        left = flap
        while left > turn + 2:
            left -= 2
            rows += 2
        self.log.append(('heel', rows, left))
        return left + flap // 2 * 2 + self.stitches // 2

    def gusset(self, around):
        rounds = 0
        while around > self.stitches:
            if rounds % 2 == 0:
                around -= 2
            rounds += 1
        self.log.append(('gusset', rounds, around))
        return rounds

    def toe(self):
        around = self.stitches
        rounds = 0
        for rest, until in [(3, 0.75), (1, 0.5), (0, 0.2)]:
            while around > self.stitches * until and around > 8:
                around -= 4
                rounds += 1 + rest
        self.log.append(('toe', rounds, around))
        return rounds


def sizes(shoes, gauge):
    table = {}
    for shoe in shoes:
        sock = Sock(shoe, gauge)
        g = sock.gusset(sock.heel())
        t = sock.toe()
        rows_per_cm = gauge * 1.4 / 10
        foot = max(0, ceil((sock.foot - 5) * rows_per_cm) - g - t)
        table[shoe] = (sock.stitches, foot, sum(rows * around for part, rows, around in sock.log))
    return table
