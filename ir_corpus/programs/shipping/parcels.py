# calls: prices([(10, 20, 30, 1.5), (40, 40, 40, 8.0), (5, 5, 60, 0.7), (90, 30, 30, 14.0)] * 20)
def volume(parcel):
    return parcel[0] * parcel[1] * parcel[2]


def price(parcel):
    weight = max(parcel[3], volume(parcel) / 5000)
    if weight <= 1:
        return 4.5
    elif weight <= 5:
        return 6.0 + weight * 0.5
    elif weight <= 10:
        return 8.0 + weight * 0.75
    return 12.0 + weight


def prices(parcels):
    total = 0.0
    dear = []
    for i in range(len(parcels)):
        cost = price(parcels[i])
        total += cost
        if cost > 15:
            dear.append(i)
    return round(total, 2), len(dear)
