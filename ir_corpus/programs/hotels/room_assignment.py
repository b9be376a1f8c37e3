# calls: assign([(i % 30, i % 30 + i % 4 + 1, i * 3 % 4 + 1) for i in range(130)], [(100 + n, n % 4 + 1) for n in range(18)])
# calls: assign([(0, 3, 2), (1, 2, 9)], [(1, 2)])
def is_free(calendar, arrival, departure):
    for night in range(arrival, departure):
        if night in calendar:
            return False
    return True


def assign(bookings, rooms):
    taken = {}
    for number, beds in rooms:
        taken[number] = []
    placed = {}
    refused = []
    for index in range(len(bookings)):
        arrival, departure, guests = bookings[index]
        chosen = None
        for number, beds in sorted(rooms, key=lambda room: room[1]):
            if beds < guests:
                continue
            if is_free(taken[number], arrival, departure):
                chosen = number
                break
        if chosen is None:
            refused.append(index)
            continue
        placed[index] = chosen
        for night in range(arrival, departure):
            taken[chosen].append(night)
    nights = 0
    for number in taken:
        nights += len(taken[number])
    return len(placed), refused[:10], nights
