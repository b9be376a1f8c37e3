# calls: occupancy([(i % 50, i % 50 + i * 3 % 11 + 1, 'ABC'[i % 3]) for i in range(150)], 60, {'A': 10, 'B': 12, 'C': 6})
# calls: occupancy([(0, 2, 'A')], 3, {'A': 1})
def occupancy(stays, days, beds):
    overfull = {}
    averages = {}
    for ward in beds:
        counts = []
        for day in range(days):
            taken = 0
            for stay in stays:
                if stay[2] == ward and stay[0] <= day < stay[1]:
                    taken += 1
            counts.append(taken)
        averages[ward] = sum(counts) / days / beds[ward]
        for day in range(days):
            if counts[day] > beds[ward]:
                if ward not in overfull:
                    overfull[ward] = []
                overfull[ward].append((day, counts[day] - beds[ward]))
    return averages, overfull
