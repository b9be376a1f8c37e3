# calls: ascending([[120 + (b * 17 + k * 41) % 90 for k in range(8)] for b in range(6)], [3, 2, 2, 3, 1, 2], 10), ascending([[50]], [1], 5)
def demand(values, prices, wanted):
    surplus = []
    for k in range(len(values)):
        surplus.append((values[k] - prices[k], -k))
    surplus.sort(reverse=True)
    chosen = []
    for gain, k in surplus[:wanted]:
        if gain > 0:
            chosen.append(-k)
    return chosen


def held(holder, bidder):
    return sum(1 for h in holder if h == bidder)


def ascending(values, wanted, increment):
    blocks = len(values[0])
    prices = [0] * blocks
    holder = [None] * blocks
    rounds = 0
    changed = True
    while changed and rounds < 500:
        changed = False
        rounds += 1
        for bidder in range(len(values)):
            asked = [prices[k] + (increment if holder[k] is not None and holder[k] != bidder else 0) for k in range(blocks)]
            for k in demand(values[bidder], asked, wanted[bidder]):
                if holder[k] != bidder and held(holder, bidder) < wanted[bidder]:
                    prices[k] = asked[k]
                    holder[k] = bidder
                    changed = True
    revenue = 0
    welfare = 0
    for k in range(blocks):
        if holder[k] is not None:
            revenue += prices[k]
            welfare += values[holder[k]][k]
    ideal = sum(max(v[k] for v in values) for k in range(blocks))
    return rounds, prices, holder, revenue, round(welfare / ideal, 3)
