# calls: process([('back' if i % 20 > 11 else 'hold', 'u%d' % (i * 5 % 7), 'b%d' % (i % 4)) for i in range(90)])
class Catalogue:
    def __init__(self):
        self.queues = {}
        self.out = {}
        self.log = []

    def hold(self, user, book):
        queue = self.queues.setdefault(book, [])
        if user in queue or self.out.get(book) == user:
            return False
        if book not in self.out:
            self.out[book] = user
            self.log.append(user + ' takes ' + book)
        else:
            queue.append(user)
        return True

    def back(self, book):
        queue = self.queues.get(book, [])
        if len(queue) > 0:
            user = queue.pop(0)
            self.out[book] = user
            self.log.append(user + ' takes ' + book + ', ' + str(len(queue)) + ' waiting')
        elif book in self.out:
            del self.out[book]

    def longest(self):
        best = None
        for book in self.queues:
            if best is None or len(self.queues[book]) > len(self.queues[best]):
                best = book
        return best


def process(events):
    catalogue = Catalogue()
    refused = 0
    peak = []
    for kind, user, book in events:
        if kind == 'hold':
            if not catalogue.hold(user, book):
                refused += 1
        else:
            catalogue.back(book)
        peak.append(len(catalogue.queues[catalogue.longest()]))
    return catalogue.log, refused, max(peak)
