# calls: timetable([('math', 4), ('art', 2), ('music', 2), ('sport', 3), ('german', 4), ('english', 4)], 5, 5)
def timetable(subjects, days, hours):
    plan = [[''] * hours for _ in range(days)]
    left = {}
    for subject in subjects:
        left[subject[0]] = subject[1]
    for hour in range(hours):
        for day in range(days):
            best = ''
            most = 0
            for name in left.keys():
                if left[name] > most and name not in plan[day]:
                    most = left[name]
                    best = name
            if best != '':
                plan[day][hour] = best
                left[best] = left[best] - 1
    free = 0
    for day in range(days):
        for hour in range(hours):
            if plan[day][hour] == '':
                free += 1
    return plan, free
