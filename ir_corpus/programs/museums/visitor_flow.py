# calls: open_day({'hall': ['egypt', 'greece', 'shop'], 'egypt': ['greece', 'hall'], 'greece': ['rome', 'egypt'], 'rome': ['hall', 'cafe'], 'cafe': ['shop'], 'shop': []}, [12, 30, 25, 18, 9, 4] * 4, {'egypt': 40, 'greece': 35})
# calls: open_day({'hall': []}, [3], {})
def share(people, ways):
    each, extra = divmod(people, ways)
    return [each + 1 if i < extra else each for i in range(ways)]


def step(doors, inside, limits):
    moved = {room: 0 for room in doors}
    left = 0
    for room in doors:
        people = inside[room]
        leaving = people * 2 // 3 if people > 2 else people
        moved[room] += people - leaving
        if not doors[room]:
            left += leaving
            continue
        for target, group in zip(doors[room], share(leaving, len(doors[room]))):
            limit = limits.get(target)
            if limit is not None and moved[target] + group > limit:
                allowed = max(0, limit - moved[target])
                moved[target] += allowed
                moved[room] += group - allowed
            else:
                moved[target] += group
    return moved, left


def open_day(doors, arrivals, limits):
    inside = dict.fromkeys(doors, 0)
    peak = dict.fromkeys(doors, 0)
    gone = 0
    minute = 0
    while minute < len(arrivals) or (any(inside.values()) and minute < 300):
        if minute < len(arrivals):
            inside['hall'] += arrivals[minute]
        inside, left = step(doors, inside, limits)
        gone += left
        for room in inside:
            peak[room] = max(peak[room], inside[room])
        minute += 1
    return minute, gone, peak
