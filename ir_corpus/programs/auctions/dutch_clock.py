# calls: sell_all([40 - i % 9 for i in range(25)], [(i % 8, 18 + i * 7 % 25, 1 + i % 3) for i in range(24)], 50), sell_all([5], [], 10)
class Buyer:
    def __init__(self, number, limit, wanted):
        self.number = number
        self.limit = limit
        self.wanted = wanted
        self.paid = 0
        self.got = []

    def calls(self, price):
        if self.wanted == 0:
            return False
        eager = self.limit + self.wanted - len(self.got)
        return price <= eager

    def buy(self, lot, price):
        self.got.append(lot)
        self.paid += price
        self.wanted -= 1


def clock(lot, start, floor, buyers):
    price = start
    while price >= floor:
        for buyer in buyers:
            if buyer.calls(price):
                return buyer, price
        price -= 1
    return None, floor


def sell_all(floors, wishes, start):
    buyers = [Buyer(*wish) for wish in wishes]
    unsold = 0
    prices = []
    for lot, floor in enumerate(floors):
        turn = lot % len(buyers) if buyers else 0
        buyer, price = clock(lot, start, floor - 20, buyers[turn:] + buyers[:turn])
        if buyer is None:
            unsold += 1
        else:
            buyer.buy(lot, price)
            prices.append(price)
    spent = {}
    for b in buyers:
        spent[b.number] = spent.get(b.number, 0) + b.paid
    return prices, unsold, spent
