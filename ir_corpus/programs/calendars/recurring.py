# calls: occurrences([('gym', 2, 3, []), ('rent', 1, 30, []), ('choir', 5, 7, [12, 26]), ('bins', 0, 14, [28])], 60)
def happens(event, day):
    name, start, every, skipped = event
    if day < start or day in skipped:
        return False
    return (day - start) % every == 0


def occurrences(events, days):
    agenda = {}
    for day in range(days):
        for event in events:
            if happens(event, day):
                if day not in agenda.keys():
                    agenda[day] = []
                agenda[day].append(event[0])
    busiest = None
    gap = 0
    longest_gap = 0
    for day in range(days):
        if day in agenda:
            gap = 0
            if busiest is None or len(agenda[day]) > len(agenda[busiest]):
                busiest = day
        else:
            gap += 1
            longest_gap = max(longest_gap, gap)
    totals = {}
    for event in events:
        totals[event[0]] = sum(1 for day in range(days) if happens(event, day))
    return busiest, agenda[busiest], longest_gap, totals
