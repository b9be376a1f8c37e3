# calls: invoices([(f'AB{i % 35:02d}', 300 + i * 23 % 1000, i % 5) for i in range(350)], ['AB03', 'AB07', 'AB11', 'AB30'])
def invoices(photos, exempt):
    def rate(minute):
        if minute < 420 or minute >= 1140:
            return 0
        if 420 <= minute < 570 or 960 <= minute < 1140:
            return 9
        return 5

    days = {}
    for plate, minute, day in photos:
        if plate in exempt:
            continue
        if rate(minute) == 0:
            continue
        key = (plate, day)
        if key in days:
            days[key] = max(days[key], rate(minute))
        else:
            days[key] = rate(minute)
    owed = {}
    for key in days:
        owed[key[0]] = owed.get(key[0], 0) + days[key]
    letters = []
    for plate in sorted(owed):
        if owed[plate] > 25:
            letters.append(plate + ': ' + str(owed[plate]) + ' (capped at 25)')
        else:
            letters.append(plate + ': ' + str(owed[plate]))
    total = 0
    for plate in owed:
        total += min(owed[plate], 25)
    return letters, total
