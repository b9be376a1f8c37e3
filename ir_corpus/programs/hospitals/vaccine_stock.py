# calls: vaccinate([(i * 3 % 60, 18 + i * 29 % 75) for i in range(140)], [(0, 6, 40), (10, 6, 30), (25, 6, 20), (40, 6, 90)], 28)
def vaccinate(people, deliveries, shelf_life):
    stock = []          # [expires, doses]
    waiting = []
    thrown_away = 0
    done = 0
    delays = []
    for day in range(80):
        for delivery in deliveries:
            if delivery[0] == day:
                stock.append([day + shelf_life, delivery[1] * delivery[2] // 6])
        kept = []
        for batch in stock:
            if batch[0] < day:
                thrown_away += batch[1]
            elif batch[1] > 0:
                kept.append(batch)
        stock = kept
        for person in people:
            if person[0] == day:
                waiting.append(person)
        waiting.sort(key=lambda p: -p[1])
        given = 0
        while waiting and stock and given < 6:
            person = waiting.pop(0)
            stock[0][1] -= 1
            if stock[0][1] == 0:
                stock = stock[1:]
            given += 1
            delays.append(day - person[0])
        done += given
    late = 0
    for delay in delays:
        if delay > 14:
            late += 1
    return done, late, thrown_away, max(delays), len(waiting)
