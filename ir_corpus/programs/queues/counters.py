# calls: serve(1600, 5), serve(5, 1600)
# calls: tickets(1600, 6), tickets(6, 1600)
# calls: lanes(1200, 4), lanes(4, 1200)
# calls: close_desk(1400, True), close_desk(1400, False)
def fee(minutes):
    if minutes > 40:
        return minutes - 3
    return minutes + 1


def serve(guests, late):
    earned = 0
    for guest in range(guests):
        earned += fee(guest * 11 % 70)
    waited = 0
    for guest in range(late):
        waited = max(waited, guest * 43 % 211)
    return earned, waited


def tickets(printed, torn):
    highest = 0
    for number in range(printed):
        highest = max(highest, number * 59 % 1000)
    lost = 0
    for number in range(torn):
        if number % 30 in [4, 8, 15, 16, 23, 29]:
            lost += 1
    return highest, lost


def lanes(cars, trucks):
    widths = [car * 5 % 7 for car in range(cars)]
    wide = 0
    for place in range(len(widths)):
        if widths[place] > 4:
            wide += 1
    load = 0
    for truck in range(trucks):
        load += fee(truck * 9 % 71)
    return wide, load


def close_desk(guests, early):
    if early:
        sent = 0
        for guest in range(guests):
            if guest % 15 in [0, 2, 5, 9, 14]:
                sent += 1
        return sent
    paid = 0
    for guest in range(guests):
        paid += fee(guest % 90)
    return paid
