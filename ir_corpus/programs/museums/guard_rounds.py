# calls: best_round([(0, 0), (4, 7), (9, 2), (12, 11), (3, 14), (15, 5), (8, 8), (1, 10), (14, 14), (6, 3)], 30)
# calls: best_round([(0, 0), (5, 5)], 3)
def walk(rooms, a, b):
    return abs(rooms[a][0] - rooms[b][0]) + abs(rooms[a][1] - rooms[b][1])


def tour_length(rooms, tour):
    length = 0
    for i in range(len(tour)):
        length += walk(rooms, tour[i], tour[(i + 1) % len(tour)])
    return length


def nearest_first(rooms):
    tour = [0]
    while len(tour) < len(rooms):
        left = [r for r in range(len(rooms)) if r not in tour]
        tour.append(min(left, key=lambda r: (walk(rooms, tour[-1], r), r)))
    return tour


def best_round(rooms, tries):
    tour = nearest_first(rooms)
    first = tour_length(rooms, tour)
    swaps = 0
    better = True
    while better and tries > 0:
        better = False
        tries -= 1
        for i in range(1, len(tour) - 1):
            for j in range(i + 1, len(tour)):
                other = tour[:i] + tour[i:j + 1][::-1] + tour[j + 1:]
                if tour_length(rooms, other) < tour_length(rooms, tour):
                    tour = other
                    swaps += 1
                    better = True
    return tour, first, tour_length(rooms, tour), swaps
