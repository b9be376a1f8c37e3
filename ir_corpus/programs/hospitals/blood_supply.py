# calls: transfuse([('A+', 3), ('O-', 2), ('B-', 1), ('AB+', 4), ('A-', 2), ('O+', 5)] * 15, {'O-': 40, 'O+': 70, 'A-': 15, 'A+': 50, 'B+': 8, 'AB-': 3})
# calls: transfuse([('O-', 3)], {'A+': 8})
def abo_fits(giver, taker):
    for letter in giver:
        if letter != 'O' and letter not in taker:
            return False
    return True


def fits(giver, taker):
    if giver[-1] == '+' and taker[-1] == '-':
        return False
    return abo_fits(giver[:-1], taker[:-1])


def transfuse(requests, stock):
    stock = dict(stock)
    unmet = {}
    used = 0
    for group, units in requests:
        left = units
        for giver in sorted(stock, key=lambda g: (g != group, -stock[g])):
            if left == 0:
                break
            if fits(giver, group):
                taken = min(left, stock[giver])
                stock[giver] -= taken
                left -= taken
                used += taken
        if left > 0:
            unmet[group] = unmet.get(group, 0) + left
    return used, unmet, stock
