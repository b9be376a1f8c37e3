# calls: settle_month([('ann', 80.5, ['ann', 'bob', 'cy']), ('bob', 12.0, ['bob', 'cy']), ('cy', 33.3, ['ann', 'cy']), ('bob', 61.2, ['ann', 'bob', 'cy'])] * 30)
# calls: settle_month([('a', 10.0, ['b'])])
class Person:
    def __init__(self, name):
        self.name = name
        self.paid = 0.0
        self.owes = 0.0

    def balance(self):
        return self.paid - self.owes


def lookup(people, name):
    for person in people:
        if person.name == name:
            return person
    person = Person(name)
    people.append(person)
    return person


def settle_month(bills):
    people = []
    for payer, amount, shared in bills:
        lookup(people, payer).paid += amount
        for name in shared:
            lookup(people, name).owes += amount / len(shared)
    transfers = []
    for giver in people:
        for taker in people:
            debt = -giver.balance()
            credit = taker.balance()
            if debt > 0.005 and credit > 0.005:
                amount = min(debt, credit)
                giver.paid += amount
                taker.owes += amount
                transfers.append(giver.name + ' -> ' + taker.name + ': ' + format(amount, '.2f'))
    return transfers
