# calls: pan([[1, 15, 24, 8, 17], [23, 7, 16, 5, 14], [20, 4, 13, 22, 6], [12, 21, 10, 19, 3], [9, 18, 2, 11, 25]])
# calls: pan([[1, 8, 13, 12], [14, 11, 2, 7], [4, 5, 16, 9], [15, 10, 3, 6]]), pan([[8, 1, 6], [3, 5, 7], [4, 9, 2]])
class Torus:
    def __init__(self, rows):
        self.rows = [tuple(r) for r in rows]
        self.n = len(rows)

    def __getitem__(self, spot):
        r, c = spot
        return self.rows[r % self.n][c % self.n]

    def line(self, r, c, dr, dc):
        return [self[r + k * dr, c + k * dc] for k in range(self.n)]

    def shifted(self, dr, dc):
        return Torus([[self[r + dr, c + dc] for c in range(self.n)] for r in range(self.n)])

    def is_magic(self):
        goal = sum(self.rows[0])
        for k in range(self.n):
            if sum(self.line(k, 0, 0, 1)) != goal or sum(self.line(0, k, 1, 0)) != goal:
                return False
        return sum(self.line(0, 0, 1, 1)) == goal and sum(self.line(0, -1, 1, -1)) == goal


def pan(rows):
    torus = Torus(rows)
    good = []
    for dr in range(torus.n):
        for dc in range(torus.n):
            if torus.shifted(dr, dc).is_magic():
                good.append((dr, dc))
    knights = sum(1 for c in range(torus.n) if sum(torus.line(0, c, 1, 2)) == sum(rows[0]))
    if len(good) == torus.n ** 2:
        return 'pandiagonal', knights
    return 'only %d of %d' % (len(good), torus.n ** 2), knights, good
