# calls: alerts([i * 3 + (i * i) % 17 - (i % 11) * 2 for i in range(200)], 20, 6)
# calls: alerts([1, 2, 3], 10, 2)
class Window:
    def __init__(self, width, limit):
        self.width = width
        self.limit = limit
        self.times = []
        self.raised = 0

    def drop_old(self, now):
        while len(self.times) > 0 and self.times[0] <= now - self.width:
            self.times.pop(0)

    def add(self, now):
        self.drop_old(now)
        self.times.append(now)
        if len(self.times) > self.limit:
            self.raised += 1
            return True
        return False


def alerts(stamps, width, limit):
    window = Window(width, limit)
    noisy = []
    for stamp in sorted(stamps):
        if window.add(stamp):
            noisy.append(stamp)
    runs = []
    for stamp in noisy:
        if runs and stamp - runs[-1][1] <= 3:
            runs[-1] = (runs[-1][0], stamp)
        else:
            runs.append((stamp, stamp))
    return runs, window.raised
