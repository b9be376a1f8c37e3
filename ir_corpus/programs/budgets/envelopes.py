# calls: spend([['food', 400.0], ['rent', 900.0], ['fun', 120.0], ['car', 200.0]], [(['food', 'fun', 'car', 'gift'][i * 3 % 4], 3.5 + i * 7 % 40) for i in range(120)])
# calls: spend([['food', 10.0]], [('food', 4.0), ('food', 8.0)])
def find(envelopes, name):
    for i in range(len(envelopes)):
        if envelopes[i][0] == name:
            return i
    return -1


def spend(plan, payments):
    envelopes = [[name, amount, 0] for name, amount in plan]
    unplanned = 0.0
    borrowed = []
    for number in range(len(payments)):
        name, amount = payments[number]
        where = find(envelopes, name)
        if where < 0:
            unplanned += amount
            continue
        envelopes[where][2] += 1
        if envelopes[where][1] >= amount:
            envelopes[where][1] -= amount
        else:
            richest = 0
            for i in range(len(envelopes)):
                if envelopes[i][1] > envelopes[richest][1]:
                    richest = i
            short = amount - envelopes[where][1]
            envelopes[where][1] = 0.0
            envelopes[richest][1] -= short
            borrowed.append((number, envelopes[richest][0], short))
    return envelopes, unplanned, borrowed[:3], len(borrowed)
