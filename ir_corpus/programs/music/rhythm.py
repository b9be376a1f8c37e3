# calls: bars(['q', 'q', 'h', 'e', 'e', 'q', 'h', 'w', 'h.', 'q', 's', 's', 'e', 'x', 'q.'] * 4, 4)
class Bar:
    def __init__(self, size):
        self.size = size
        self.notes = []

    def length(self):
        total = 0
        for name, beats in self.notes:
            total += beats
        return total

    def room(self):
        return self.size - self.length()

    def is_full(self):
        return self.length() >= self.size


def beats_of(note):
    beats = {'w': 4.0, 'h': 2.0, 'q': 1.0, 'e': 0.5, 's': 0.25}[note[0]]
    if note.endswith('.'):
        beats *= 1.5
    return beats


def bars(notes, size):
    result = [Bar(size)]
    errors = []
    for place, note in enumerate(notes):
        try:
            beats = beats_of(note)
        except KeyError:
            errors.append(place)
            continue
        if result[-1].is_full() or beats > result[-1].room():
            result.append(Bar(size))
        result[-1].notes.append((note, beats))
    short = 0
    for bar in result:
        if not bar.is_full():
            short += 1
    return len(result), short, errors, [bar.length() for bar in result]
