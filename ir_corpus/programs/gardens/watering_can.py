# calls: water([[(r * 7 + c * 3) % 6 for c in range(14)] for r in range(14)], 10)
# calls: water([[0, 1], [9, 9]], 3)
def refill_trips(litres, can):
    trips = litres // can
    if litres % can > 0:
        trips += 1
    return trips


def water(beds, can):
    carried = 0
    trips = 0
    thirsty_rows = []
    for row in range(len(beds)):
        need = 0
        for column in range(len(beds[row])):
            if beds[row][column] <= 3:
                need += 4 - beds[row][column]
        if need > 0:
            thirsty_rows.append(row)
        carried += need
        trips += refill_trips(need, can)
    steps = 0
    for row in thirsty_rows:
        steps += 2 * (row + 1)
    # side by side: which columns are dry from top to bottom
    dry = []
    for column in range(len(beds[0])):
        if all(beds[row][column] < 4 for row in range(len(beds))):
            dry.append(column)
    return carried, trips, steps, dry
