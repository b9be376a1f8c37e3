# calls: day([(i * 9, ['car', 'van', 'truck', 'moped'][i * 7 % 4], i % 6) for i in range(300)], 4)
# calls: day([(0, 'car', 2)], 2)
PRICES = {'car': 2.5, 'van': 3.8, 'truck': 9.0}


class Lane:
    def __init__(self, number):
        self.number = number
        self.busy_until = 0
        self.income = 0.0
        self.count = 0

    def is_free(self, now):
        return self.busy_until <= now

    def take(self, now, price, stay):
        start = max(now, self.busy_until)
        self.busy_until = start + stay
        self.income += price
        self.count += 1
        return start - now


def day(vehicles, lane_count):
    lanes = [Lane(n + 1) for n in range(lane_count)]
    waited = 0
    for now, kind, people in vehicles:
        price = PRICES[kind] if kind in PRICES else 0.0
        if people >= 4:
            price = price / 2
        chosen = lanes[0]
        for lane in lanes:
            if lane.is_free(now):
                chosen = lane
                break
            if lane.busy_until < chosen.busy_until:
                chosen = lane
        waited += chosen.take(now, price, stay=15 + people * 5)
    return waited, [(lane.number, lane.count, round(lane.income, 2)) for lane in lanes]
