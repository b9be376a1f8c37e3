# calls: load([(i * 17 % 40 + 5, 'p' + str(i)) for i in range(40)], 150)
def load(parcels, limit):
    trucks = []
    truck = []
    weight = 0
    for parcel in parcels:
        if weight + parcel[0] > limit:
            trucks.append((weight, truck))
            truck = []
            weight = 0
        truck.append(parcel[1])
        weight = weight + parcel[0]
    if len(truck) > 0:
        trucks.append((weight, truck))
    lines = []
    for i in range(len(trucks)):
        names = ''
        for name in trucks[i][1]:
            names += name + ' '
        lines.append('truck ' + str(i + 1) + ': ' + names)
    unused = 0
    for truck in trucks:
        unused += limit - truck[0]
    return lines, unused
