# calls: settle([('ann', 120.0), ('bob', 45.0), ('cid', 0.0), ('dee', 75.0), ('eve', 10.0), ('fay', 50.0)])
def settle(paid):
    total = 0.0
    for entry in paid:
        total += entry[1]
    share = total / len(paid)
    balance = {}
    for entry in paid:
        balance[entry[0]] = entry[1] - share
    transfers = []
    while True:
        low = None
        high = None
        for name in balance.keys():
            if low is None or balance[name] < balance[low]:
                low = name
            if high is None or balance[name] > balance[high]:
                high = name
        if balance[high] < 0.01:
            break
        amount = min(balance[high], -balance[low])
        balance[low] += amount
        balance[high] -= amount
        transfers.append((low, high, round(amount, 2)))
    return transfers
