# calls: queue([{'name': 'p%d' % i, 'pulse': 50 + i * 13 % 100, 'temp': 36.0 + i * 7 % 40 / 10, 'age': i * 11 % 95} for i in range(120)])
# calls: queue([{'name': 'x', 'pulse': 190, 'temp': 41.5, 'age': 3}, {'name': 'y', 'pulse': 70, 'temp': 36.6, 'age': 40}])
def pulse_points(pulse):
    if pulse < 40 or pulse > 130:
        return 3
    if pulse > 110:
        return 2
    if pulse < 50 or pulse > 90:
        return 1
    return 0


def temp_points(temp):
    if temp <= 35.0:
        return 3
    if temp > 39.0:
        return 2
    if temp <= 36.0 or temp > 38.0:
        return 1
    return 0


def points(patient):
    total = pulse_points(patient['pulse']) + temp_points(patient['temp'])
    if patient['age'] > 80 or patient['age'] < 5:
        total += 1
    return total


def queue(patients):
    colours = {'red': [], 'orange': [], 'green': []}
    for patient in patients:
        if points(patient) >= 4:
            colours['red'].append(patient['name'])
        elif points(patient) >= 2:
            colours['orange'].append(patient['name'])
        else:
            colours['green'].append(patient['name'])
    highest = max(points(patient) for patient in patients)
    return colours['red'] + colours['orange'], len(colours['green']), highest
