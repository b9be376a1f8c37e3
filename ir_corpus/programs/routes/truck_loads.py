# calls: plan([('k%d' % i, i * 31 % 37 + 3, i % 4) for i in range(50)], 90), plan([('a', 100, 0), ('b', 5, 1)], 90)
class Truck:
    def __init__(self, zone, limit):
        self.zone = zone
        self.limit = limit
        self.parcels = []

    @property
    def weight(self):
        return sum([kg for name, kg in self.parcels])

    def fits(self, kg):
        return self.weight + kg <= self.limit

    def load(self, name, kg):
        if not self.fits(kg):
            raise ValueError(name)
        self.parcels.append((name, kg))


def plan(parcels, limit):
    trucks = []
    refused = []
    for name, kg, zone in sorted(parcels, key=lambda p: -p[1]):
        if kg > limit:
            refused.append(name)
            continue
        placed = False
        for truck in trucks:
            if truck.zone == zone and truck.fits(kg):
                truck.load(name, kg)
                placed = True
                break
        if not placed:
            truck = Truck(zone, limit)
            truck.load(name, kg)
            trucks.append(truck)
    return [(truck.zone, len(truck.parcels), truck.weight / limit) for truck in trucks], refused
