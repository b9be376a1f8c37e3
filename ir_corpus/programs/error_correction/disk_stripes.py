# calls: disaster('The quick brown fox jumps over the lazy dog. ' * 6, 4, [2]), disaster('tiny', 3, [0]), disaster('0123456789' * 20, 5, [1, 4])
class Array:
    def __init__(self, disks, chunk=4):
        self.disks = [[] for _ in range(disks)]
        self.chunk = chunk
        self.length = 0

    def write(self, text):
        data = [ord(c) for c in text]
        self.length = len(data)
        per_row = self.chunk * (len(self.disks) - 1)
        while len(data) % per_row:
            data.append(0)
        for row in range(len(data) // per_row):
            part = data[row * per_row:(row + 1) * per_row]
            chunks = [part[i:i + self.chunk] for i in range(0, per_row, self.chunk)]
            chunks.insert(row % len(self.disks), self.xor(chunks))
            for disk, chunk in zip(self.disks, chunks):
                disk.append(chunk)

    def xor(self, chunks):
        total = [0] * self.chunk
        for chunk in chunks:
            total = [a ^ b for a, b in zip(total, chunk)]
        return total

    def fail(self, number):
        self.disks[number] = None

    def rebuild(self):
        missing = [i for i, d in enumerate(self.disks) if d is None]
        if len(missing) > 1:
            return False
        for m in missing:
            others = [d for d in self.disks if d is not None]
            self.disks[m] = [self.xor(chunks) for chunks in zip(*others)]
        return True

    def read(self):
        out = []
        for row in range(len(self.disks[0])):
            for number, disk in enumerate(self.disks):
                if number != row % len(self.disks):
                    out += disk[row]
        return ''.join(chr(v) for v in out[:self.length])


def disaster(text, disks, failing):
    array = Array(disks)
    array.write(text)
    for number in failing:
        array.fail(number)
    if not array.rebuild():
        return 'lost', failing
    rows = len(array.disks[0])
    return 'saved' if array.read() == text else 'corrupt', rows, sum(map(sum, array.disks[0]))
