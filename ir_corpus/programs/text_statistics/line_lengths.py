# calls: describe_file('\n'.join('    ' * (i % 4) + 'x' * (i * 37 % 90) + ('  ' if i % 9 == 0 else '') for i in range(150)), 72), describe_file('\n\n', 10)
class LineStats:
    def __init__(self, limit):
        self.limit = limit
        self.histogram = {}
        self.long = []
        self.blank = 0
        self.trailing = 0
        self.depths = []

    def add(self, number, line):
        if line.strip() == '':
            self.blank += 1
            return
        if line != line.rstrip():
            self.trailing += 1
        bucket = len(line) // 10 * 10
        self.histogram[bucket] = self.histogram.get(bucket, 0) + 1
        if len(line) > self.limit:
            self.long.append(number)
        self.depths.append(self.depth(line))

    def depth(self, line):
        n = 0
        while line[n] == ' ':
            n += 1
        return n // 4

    def bars(self):
        rows = []
        for bucket in sorted(self.histogram):
            rows.append(str(bucket).rjust(3) + ' ' + '#' * self.histogram[bucket])
        return rows


def describe_file(text, limit):
    stats = LineStats(limit)
    number = 1
    for line in text.split('\n'):
        stats.add(number, line)
        number += 1
    jumps = 0
    for before, after in zip(stats.depths, stats.depths[1:]):
        if after - before > 1:
            jumps += 1
    return stats.bars(), stats.long, stats.blank, stats.trailing, jumps
