# calls: settle(1600, 5), settle(5, 1600)
# calls: bonuses(1400, 6), bonuses(6, 1400)
# calls: expenses(1200, 4), expenses(4, 1200)
# calls: levies(1600, True), levies(1600, False)
def capped(amount):
    return amount if amount < 5000 else 5000


def settle(workers, advances):
    paid = 0
    for worker in range(workers):
        paid += capped(worker * 173 % 7000)
    held = 0
    for advance in range(advances):
        held = max(held, advance * 11 % 97)
    return paid - held


def bonuses(sales, teams):
    best = 0
    for sale in range(sales):
        best = max(best, sale * 31 % 1009)
    shared = 0
    for team in range(teams):
        if team % 12 == 0 or team % 12 == 4 or team % 12 == 10:
            shared += team
    return best, shared


def expenses(trips, receipts):
    miles = [trip * 19 % 240 for trip in range(trips)]
    driven = 0
    for place in range(len(miles)):
        driven += miles[place]
    kinds = 0
    for receipt in range(receipts):
        if receipt % 20 in [2, 3, 5, 7, 11, 13, 17, 19]:
            kinds += 1
    return driven, kinds


def levies(wages, abroad):
    total = 0
    if abroad:
        for wage in range(wages):
            total += capped(wage * 53 % 9000) // 4
    else:
        for wage in range(wages):
            total = max(total, wage * 53 % 9000 // 5)
    return total
