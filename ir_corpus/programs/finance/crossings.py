# calls: crossings([10 + (i * 7) % 9 for i in range(80)], 3, 8)
def average(prices, place, width):
    total = 0
    for k in range(width):
        total += prices[place - k]
    return total / width


def crossings(prices, short, long):
    found = []
    above = None
    for place in range(long, len(prices)):
        now = average(prices, place, short) > average(prices, place, long)
        if above is not None and now != above:
            found.append(place)
        above = now
    return found
