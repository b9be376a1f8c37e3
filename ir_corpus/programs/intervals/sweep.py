# calls: peak([(t * 7 % 300, t * 7 % 300 + 10 + t % 23) for t in range(420)]), peak([(1, 2), (2, 3)])
def make_events(spans):
    events = []
    for arrival, departure in spans:
        events.append((arrival, 1))
        events.append((departure, -1))
    events.sort(key=lambda e: (e[0], e[1]))
    return events


def peak(spans):
    current = 0
    highest = 0
    when = None
    idle = 0
    previous = None
    for moment, change in make_events(spans):
        if previous is not None and current == 0:
            idle += moment - previous
        current += change
        if current > highest:
            highest = current
            when = moment
        previous = moment
    return highest, when, idle
