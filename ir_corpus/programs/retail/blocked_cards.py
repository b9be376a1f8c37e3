# calls: accepted([4000 + n for n in range(90)], [4000 + 7 * n for n in range(60)])
# calls: refused_total([(4000 + n, n * 3) for n in range(90)], [4003, 4010, 4017])
def accepted(payments, blocked):
    return [card for card in payments if card not in blocked]


def refused_total(payments, blocked):
    total = 0
    for card, amount in payments:
        if card in blocked:
            total += amount
    return total
