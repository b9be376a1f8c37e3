# calls: evening([('in', 'P%d' % (i % 80), i) if (i * 7) % 5 < 3 else ('out', 'P%d' % (i * 3 % 80), i) for i in range(400)], 45)
# calls: evening([('out', 'X', 1), ('in', 'Y', 3), ('out', 'Y', 400)], 1)
def fee(minutes):
    if minutes <= 30:
        return 0
    hours = (minutes + 59) // 60
    if hours > 5:
        return 1500
    return 300 * hours


def evening(events, places):
    inside = []
    came = {}
    cents = 0
    turned_away = 0
    strange = 0
    fullest = 0
    for event in events:
        what = event[0]
        if what == 'in':
            if event[1] in inside:
                strange += 1
            elif len(inside) == places:
                turned_away += 1
            else:
                inside.append(event[1])
                came[event[1]] = event[2]
        else:
            try:
                start = came.pop(event[1])
            except KeyError:
                strange += 1
                continue
            inside.remove(event[1])
            cents += fee(event[2] - start)
        fullest = max(fullest, len(inside))
    return cents, fullest, turned_away, strange, inside[:3]
