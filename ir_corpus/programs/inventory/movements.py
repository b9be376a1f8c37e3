# calls: apply([('in', 'a', 5), ('out', 'b', 2), ('in', 'b', 9), ('out', 'a', 1), ('count', 'a', 4)] * 20)
def apply(movements):
    stock = {}
    errors = 0
    for movement in movements:
        kind = movement[0]
        item = movement[1]
        amount = movement[2]
        if item not in stock:
            stock[item] = 0
        if kind == 'in' or kind == 'return':
            stock[item] += amount
        elif kind == 'out' or kind == 'waste':
            if stock[item] < amount:
                errors += 1
            else:
                stock[item] -= amount
        elif kind == 'count':
            stock[item] = amount
    total = 0
    for item in stock.keys():
        total += stock[item]
    return stock, total, errors
