# calls: walk([(1 + i * 7 % 60, 'abc'[i % 3] if i % 5 == 0 else '') for i in range(45)], True)
# calls: walk([(2, ''), (1, 'b')], False)
def side(number):
    if number % 2 == 0:
        return 'even'
    return 'odd'


def position(number, side_up):
    # up one side of the street and down the other
    if side(number) == side_up:
        return number
    return 1000 - number


def crossings(order):
    count = 0
    for i in range(1, len(order)):
        if side(order[i][0]) != side(order[i - 1][0]):
            count += 1
    return count


def walk(houses, even_first):
    side_up = 'even' if even_first else 'odd'
    order = list(houses)
    for i in range(1, len(order)):
        house = order[i]
        j = i - 1
        while j >= 0 and (position(order[j][0], side_up), order[j][1]) > (position(house[0], side_up), house[1]):
            order[j + 1] = order[j]
            j -= 1
        order[j + 1] = house
    steps = 0
    for i in range(1, len(order)):
        steps += abs(order[i][0] - order[i - 1][0])
    names = [str(number) + letter for number, letter in order]
    missing = []
    for number in range(1, max([number for number, letter in houses]) + 1):
        if number not in [house[0] for house in houses]:
            missing.append(number)
    return names, steps, crossings(houses), crossings(order), missing
