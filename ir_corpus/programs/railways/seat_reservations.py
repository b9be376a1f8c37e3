# calls: reserve(40, 9, [(i % 7, i % 7 + 1 + i * 5 % 3, 1 + i % 3) for i in range(70)])
# calls: reserve(2, 4, [(0, 4, 1), (0, 2, 2), (2, 2, 1), (1, 3, 1)])
def is_free(seats, seat, start, stop):
    for leg in range(start, stop):
        if seats[seat] & (1 << leg):
            return False
    return True


def gap_around(seats, seat, start, stop, legs):
    left = start
    while left > 0 and not seats[seat] >> (left - 1) & 1:
        left -= 1
    right = stop
    while right < legs and not seats[seat] >> right & 1:
        right += 1
    return right - left


def book(seats, seat, start, stop):
    for leg in range(start, stop):
        seats[seat] |= 1 << leg


def reserve(count, legs, requests):
    seats = [0] * count
    tickets = []
    refused = 0
    for start, stop, people in requests:
        if start >= stop or stop > legs:
            refused += people
            tickets.append(None)
            continue
        free = [s for s in range(count) if is_free(seats, s, start, stop)]
        if len(free) < people:
            refused += people
            tickets.append(None)
            continue
        free.sort(key=lambda s: gap_around(seats, s, start, stop, legs))
        chosen = free[:people]
        for first in range(len(free)):
            run = [s for s in free if free[first] <= s < free[first] + people]
            if len(run) == people:
                chosen = run
                break
        for s in chosen:
            book(seats, s, start, stop)
        tickets.append(chosen)
    load = [sum(1 for s in seats if s & 1 << leg) for leg in range(legs)]
    return tickets, refused, load
