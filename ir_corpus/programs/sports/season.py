# calls: table_points(1600, 5), table_points(5, 1600)
# calls: records(1400, 6), records(6, 1400)
# calls: stands(1600, 4), stands(4, 1600)
# calls: finals(1200, True), finals(1200, False)
def table_points(matches, protests):
    points = 0
    for match in range(matches):
        if match % 7 == 1 or match % 7 == 2 or match % 7 == 5:
            points += 3
    fines = 0
    for protest in range(protests):
        fines = max(fines, protest * 3 % 8)
    return points, fines


def records(runs, throws):
    fastest = 1000
    for run in range(runs):
        fastest = min(fastest, 900 - run * 17 % 83)
    far = [throw * 37 % 95 for throw in range(throws)]
    reached = 0
    for place in range(len(far)):
        reached += far[place]
    return fastest, reached


def stands(seats, boxes):
    sold = 0
    for seat in range(seats):
        if seat % 12 in [1, 2, 4, 7, 10]:
            sold += 1
    rent = 500
    for box in range(boxes):
        rent = min(rent, 40 + box * 71 % 500)
    return sold, rent


def finals(minutes, overtime):
    shots = 0
    if overtime:
        for minute in range(minutes):
            if minute % 45 in [3, 12, 18, 29, 40, 44]:
                shots += 1
    else:
        for minute in range(minutes):
            shots = max(shots, minute * 13 % 29)
    return shots
