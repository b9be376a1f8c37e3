# calls: day([12.0 + 8.0 * (abs(12 - h) < 6) - h % 3 for h in range(24)], 20.5, 0.6, 30)
# calls: day([5.0, -3.0], 22.0, 0.1, 300), day([30.0] * 4, 19.0, 1.0, 10)
def setback(hour):
    if hour == 22 or hour == 23 or hour == 0 or hour == 1 or hour == 2 or hour == 3 or hour == 4:
        return 3.5
    return 0.0


def loss(inside, outside):
    return 0.02 * (inside - outside)


def day(outside, wanted, band, ticks):
    room = wanted
    heating = False
    switches = 0
    burned = 0
    log = ''
    coldest = room
    for hour in range(len(outside)):
        on = 0
        for tick in range(ticks):
            if room < wanted - setback(hour) - band and not heating:
                heating = True
                switches += 1
            elif room > wanted - setback(hour) + band and heating:
                heating = False
                switches += 1
            if heating:
                room += 0.9 / ticks * 6
                on += 1
                burned += 1
            room -= loss(room, outside[hour]) / ticks * 6
            coldest = min(coldest, room)
        if on == 0:
            log += '.'
        elif on == ticks:
            log += '#'
        else:
            log += '+'
    return log, switches, burned, round(coldest, 3)
