# calls: handle([(i % 35, ['report', 'assess', 'accept', 'pay', 'close', 'assess', 'reject', 'appeal', 'accept', 'pay', 'report'][(i // 35 + i % 35 // 9) % 11], i) for i in range(420)]), handle([(1, 'pay', 0)])
RULES = {
    'new': {'report': 'open'},
    'open': {'assess': 'assessed', 'close': 'closed'},
    'assessed': {'accept': 'approved', 'reject': 'refused'},
    'approved': {'pay': 'paid'},
    'refused': {'appeal': 'assessed', 'close': 'closed'},
    'paid': {'close': 'closed', 'appeal': 'assessed'},
    'closed': {'report': 'open'},
}


class Claim:
    def __init__(self, number):
        self.number = number
        self.state = 'new'
        self.log = []

    def can(self, event):
        return event in RULES[self.state]

    def fire(self, event, day):
        old = self.state
        self.state = RULES[self.state][event]
        self.log.append((day, old, self.state))

    def age_in(self, state):
        total = 0
        for k in range(len(self.log) - 1):
            if self.log[k][2] == state:
                total += self.log[k + 1][0] - self.log[k][0]
        return total


def handle(events):
    claims = {}
    refused = {}
    for number, event, day in events:
        if number not in claims:
            claims[number] = Claim(number)
        claim = claims[number]
        if claim.can(event):
            claim.fire(event, day)
        else:
            key = claim.state + '/' + event
            refused[key] = refused.get(key, 0) + 1
    waiting = {}
    for state in RULES:
        waiting[state] = sum(c.age_in(state) for c in claims.values())
    ends = [c.state for c in claims.values()]
    return {s: ends.count(s) for s in RULES}, waiting, sorted(refused.items())
