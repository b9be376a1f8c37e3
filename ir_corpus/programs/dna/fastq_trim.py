# calls: clean([('r%d' % i, ('ACGTTGCATGCTACCAGGTTAAGCTNCCATGANGT' * 2)[i % 11:i % 11 + 36], ''.join(chr(33 + max(2, 40 - (j * j // (30 + 4 * i)) - (i * j) % 19)) for j in range(36))) for i in range(25)]), clean([('x', 'NNNN', '!!!!')])
class Read:
    adapter = 'AAGCTN'

    def __init__(self, name, bases, quality):
        self.name = name
        self.bases = bases
        self.scores = [ord(c) - 33 for c in quality]

    def cut(self, end):
        self.bases = self.bases[:end]
        self.scores = self.scores[:end]

    def trim_adapter(self):
        at = self.bases.find(Read.adapter)
        if at >= 10:
            self.cut(at)
            return True
        return False

    def trim_tail(self, threshold, width):
        for i in range(len(self.scores) - width + 1):
            if sum(self.scores[i:i + width]) / width < threshold:
                self.cut(i)
                return True
        return False

    def expected_errors(self):
        return sum(10 ** (-s / 10) for s in self.scores)


def clean(rows):
    kept = []
    reasons = {'adapter': 0, 'tail': 0, 'short': 0, 'errors': 0}
    for name, bases, quality in rows:
        read = Read(name, bases, quality)
        if read.trim_adapter():
            reasons['adapter'] += 1
        if read.trim_tail(22, 5):
            reasons['tail'] += 1
        if len(read.bases) < 12:
            reasons['short'] += 1
        elif read.expected_errors() > 1.0 or read.bases.count('N') > 2:
            reasons['errors'] += 1
        else:
            kept.append(read)
    lengths = [len(r.bases) for r in kept]
    return reasons, lengths, [r.name for r in kept if r.expected_errors() < 0.05]
