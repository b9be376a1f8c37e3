# calls: share_out(4812345, [(6, 0, 40), (5, 1, 12), (5, 0, 8), (4, 0, 10), (3, 0, 30)], [[1 + (t * 13 + k * 7) % 45 for k in range(6)] for t in range(300)], [4, 11, 18, 25, 32, 39], 5)
# calls: share_out(100, [(1, 0, 100)], [[1], [2]], [1], 9)
def hits(ticket, drawn):
    n = 0
    for number in ticket:
        if number in drawn:
            n += 1
    return n


def tier_of(ticket, drawn, bonus, tiers):
    h = hits(ticket, drawn)
    extra = 1 if bonus in ticket else 0
    for i in range(len(tiers)):
        needed, needs_bonus, percent = tiers[i]
        if h == needed and extra >= needs_bonus:
            return i
    return None


def share_out(pot, tiers, tickets, drawn, bonus):
    winners = [[] for _ in tiers]
    for number, ticket in enumerate(tickets):
        i = tier_of(ticket, drawn, bonus, tiers)
        if i is not None:
            winners[i].append(number)
    carried = 0
    payouts = []
    rollover = 0
    for i in range(len(tiers)):
        fund = pot * tiers[i][2] // 100
        if i > 0:
            fund += carried
            carried = 0
        if len(winners[i]) == 0:
            if i == 0:
                rollover = fund
            else:
                carried = fund
            payouts.append((0, 0))
        else:
            each = fund // len(winners[i])
            carried += fund - each * len(winners[i])
            payouts.append((len(winners[i]), each))
    return payouts, rollover, carried, winners[-1][:10]
