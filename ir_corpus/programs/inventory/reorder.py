# calls: plan(120, 60)
def demand(day):
    return 3 + day * 7 % 5


def plan(days, capacity):
    stock = capacity
    orders = []
    pending = []
    lost = 0
    day = 0
    while day < days:
        arrived = [order for order in pending if order[0] == day]
        for order in arrived:
            stock = min(capacity, stock + order[1])
        pending = [order for order in pending if order[0] > day]
        wanted = demand(day)
        if wanted > stock:
            lost += wanted - stock
            stock = 0
        else:
            stock -= wanted
        if stock < 20 and len(pending) == 0:
            orders.append(day)
            pending.append((day + 3, capacity - stock))
        day += 1
    return orders, lost
