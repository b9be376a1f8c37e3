# calls: rose([(i * 47 % 360, i * 3 % 19) for i in range(150)], 8), rose([(350, 4), (10, 6), (0, 5), (90, 0)], 4)
import math


def sector(degrees, count):
    return int((degrees + 180 / count) % 360 // (360 / count))


def rose(winds, count):
    totals = [0.0] * count
    hours = [0] * count
    north = 0.0
    east = 0.0
    calm = 0
    for degrees, speed in winds:
        if speed < 1:
            calm += 1
            continue
        totals[sector(degrees, count)] += speed
        hours[sector(degrees, count)] += 1
        north += speed * math.cos(degrees * math.pi / 180)
        east += speed * math.sin(degrees * math.pi / 180)
    means = []
    for i in range(count):
        if hours[i] > 0:
            means.append(round(totals[i] / hours[i], 2))
        else:
            means.append(0)
    mean_direction = math.atan2(east, north) * 180 / math.pi % 360
    return calm, means, round(mean_direction, 1)
