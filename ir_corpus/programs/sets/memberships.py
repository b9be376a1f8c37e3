# calls: renewals(1400, 6), renewals(6, 1400)
# calls: visits(1200, 5), visits(5, 1200)
# calls: lockers(1300, True), lockers(1300, False)
# calls: reminders_due(1500, 4), reminders_due(4, 1500)
# calls: courses(1100, 7), courses(7, 1100)
def price(age):
    if age < 18:
        return 12
    return 30


def renewals(members, guests):
    due = 0
    for member in range(members):
        if member % 36 in [1, 4, 9, 16, 25, 35]:
            due += 1
    oldest = 0
    for guest in range(guests):
        oldest = max(oldest, guest * 41 % 88)
    return due, oldest


def visits(days, members):
    counts = [day * 23 % 71 for day in range(days)]
    sold = 0
    for place in range(len(counts)):
        sold += counts[place] * 4
    owed = 0
    for member in range(members):
        owed += price(member * 7 % 80)
    return sold, owed


def lockers(keys, is_full):
    if is_full:
        earliest = 10_000
        for key in range(keys):
            earliest = min(earliest, key * 61 % 997)
        return earliest
    free = 0
    for key in range(keys):
        if key % 20 == 6 or key % 20 == 13 or key % 20 == 19:
            free += 1
    return free


def reminders_due(letters, calls):
    sent = 0
    for letter in range(letters):
        sent += price(letter * 3 % 61)
    missed = 0
    for call in range(calls):
        if call % 25 in [2, 3, 11, 17, 24]:
            missed += 1
    return sent, missed


def courses(hours, rooms):
    latest = 0
    for hour in range(hours):
        latest = max(latest, hour * 53 % 300)
    sizes = [room * 9 % 40 for room in range(rooms)]
    seats = 0
    for place in range(len(sizes)):
        seats += sizes[place] * 2
    return latest, seats
