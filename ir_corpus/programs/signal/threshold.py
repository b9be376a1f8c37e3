# calls: threshold([i * 37 % 101 for i in range(150)], 40, 60)
def threshold(values, low, high):
    on = False
    changes = 0
    for value in values:
        if on:
            if value < low:
                on = False
                changes += 1
        else:
            if value > high:
                on = True
                changes += 1
    return changes
