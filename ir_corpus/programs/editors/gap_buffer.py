# calls: typed([('insert', 'hello world '), ('move', 5), ('insert', ', big'), ('delete', 2), ('move', 0), ('insert', '> ')] * 7)
class GapBuffer:
    def __init__(self):
        self.before = []
        self.after = []
        self.moves = 0

    @property
    def size(self):
        return len(self.before) + len(self.after)

    def move(self, position):
        while len(self.before) > position:
            self.after.append(self.before.pop())
            self.moves += 1
        while len(self.before) < position and self.after:
            self.before.append(self.after.pop())
            self.moves += 1

    def insert(self, text):
        for c in text:
            self.before.append(c)

    def delete(self, count):
        for _ in range(count):
            if len(self.before) > 0:
                self.before.pop()

    def text(self):
        return ''.join(self.before) + ''.join(reversed(self.after))


def typed(commands):
    buffer = GapBuffer()
    longest = 0
    for name, argument in commands:
        if name == 'insert':
            buffer.insert(argument)
        elif name == 'delete':
            buffer.delete(argument)
        else:
            buffer.move(argument)
        longest = max(longest, buffer.size)
    return buffer.text(), longest, buffer.moves
