# calls: tombola(['Anna 5', 'Ben 12', 'Chi 1', 'Dov 8', 'Ema 20', 'Fay 3'] * 6, ['ham', 'wine', 'radio', 'bike', 'cake', 'book'] * 5, 77), tombola(['Al 1'], ['pen', 'cup'], 5)
class Drum:
    def __init__(self, seed):
        self.state = seed
        self.tickets = []

    def add(self, owner, count):
        for k in range(count):
            self.tickets.append(owner + '-' + str(k + 1))

    def spin(self):
        self.state = (self.state * 16807) % 2147483647
        return self.state

    def shuffle(self):
        for i in range(len(self.tickets) - 1, 0, -1):
            j = self.spin() % (i + 1)
            self.tickets[i], self.tickets[j] = self.tickets[j], self.tickets[i]

    def draw(self):
        return self.tickets.pop(self.spin() % len(self.tickets))


def owner_of(ticket):
    return ticket.split('-')[0]


def tombola(sold, prizes, seed):
    drum = Drum(seed)
    for line in sold:
        name, count = line.split()
        drum.add(name, int(count))
    drum.shuffle()
    won = {}
    redraws = 0
    for prize in prizes:
        while drum.tickets:
            owner = owner_of(drum.draw())
            if prize in won.get(owner, []):
                redraws += 1
                continue
            won.setdefault(owner, []).append(prize)
            break
    return {name: ' '.join(sorted(won[name])) for name in sorted(won)}, redraws, len(drum.tickets)
