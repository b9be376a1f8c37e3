# calls: regulate([120, 310, 40, 0, 500, 260, 90, 700], 5, 60, [0, 2, 15, 60, 140, 210, 260, 290, 300])
# calls: regulate([10], 1, 3, [0, 5])
def harvest(areas, minimum, target):
    left = target
    cut = []
    i = len(areas) - 1
    while i >= minimum and left > 0:
        take = areas[i] if areas[i] < left else left
        if take > 0:
            cut.append((i, take))
            areas[i] = areas[i] - take
            left = left - take
        i = i - 1
    return cut, left


def advance(areas, planted):
    new = [planted]
    for i in range(len(areas)):
        if i == len(areas) - 1:
            new[i] = new[i] + areas[i]
        else:
            new.append(areas[i])
    return new


def regulate(areas, minimum, decades, yields):
    areas = list(areas)
    total = 0
    for a in areas:
        total = total + a
    target = total / max(1, len(areas))
    volumes = []
    shortage = 0
    for decade in range(decades):
        cut, missing = harvest(areas, minimum, target)
        volume = 0
        planted = 0
        for i, area in cut:
            volume = volume + area * yields[min(i, len(yields) - 1)]
            planted = planted + area
        shortage = shortage + missing
        volumes.append(round(volume))
        areas = advance(areas, planted)
    return volumes, areas, shortage
