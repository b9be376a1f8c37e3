# calls: totals(600, [(i * 13 % 570, i * 13 % 570 + i % 20, i % 4 + 1) for i in range(160)]), slow_totals(60, [(2, 9, 1), (5, 50, 2), (0, 59, 1)] * 40)
def totals(size, bookings):
    change = [0 for _ in range(size + 1)]
    for first, last, seats in bookings:
        change[first] += seats
        if last + 1 <= size:
            change[last + 1] -= seats
    seats = []
    running = 0
    for k in range(size):
        running = running + change[k]
        seats.append(running)
    longest = 0
    run = 0
    for k in range(len(seats)):
        if seats[k] == 0:
            run += 1
            if run > longest:
                longest = run
        else:
            run = 0
    return seats, longest


def slow_totals(size, bookings):
    seats = [0] * size
    for first, last, number in bookings:
        for k in range(first, last + 1):
            seats[k] += number
    return seats
