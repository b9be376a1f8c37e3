# calls: abbreviated([3, 8, 12, 19, 23, 31, 40], 4, 3), abbreviated([1, 2, 3, 4], 3, 2), abbreviated([5], 1, 1)
from itertools import combinations


def covers(ticket, group):
    return all(n in ticket for n in group)


def gain(ticket, open_groups):
    return sum(1 for group in open_groups if covers(ticket, group))


def abbreviated(numbers, size, guarantee):
    tickets = list(combinations(sorted(numbers), size))
    open_groups = list(combinations(sorted(numbers), guarantee))
    chosen = []
    progress = []
    while open_groups:
        best, best_gain = None, 0
        for ticket in tickets:
            if ticket in chosen:
                continue
            g = gain(ticket, open_groups)
            if g > best_gain:
                best, best_gain = ticket, g
        chosen.append(best)
        open_groups = [group for group in open_groups if not covers(best, group)]
        progress.append(len(open_groups))
    load = {n: sum(n in t for t in chosen) for n in numbers}
    return chosen, progress, load
