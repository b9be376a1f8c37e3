# calls: cost([(10, 2.5), (20, 2.75), (15, 3.0)] * 12, [7] * 40)
def cost(purchases, sales):
    lots = []
    for purchase in purchases:
        lots.append([purchase[0], purchase[1]])
    total = 0.0
    for amount in sales:
        left = amount
        while left > 0 and len(lots) > 0:
            lot = lots[0]
            taken = min(left, lot[0])
            total += taken * lot[1]
            left -= taken
            lot[0] -= taken
            if lot[0] == 0:
                lots.pop(0)
    remaining = 0
    for i in range(len(lots)):
        remaining += lots[i][0]
    return round(total, 2), remaining
