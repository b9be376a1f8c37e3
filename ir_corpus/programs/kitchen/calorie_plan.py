# calls: week([('porridge', 380, 12), ('omelette', 310, 21), ('pasta', 640, 19), ('salad', 250, 6), ('curry', 720, 33), ('soup', 290, 11), ('wrap', 510, 24)], 1600, 60)
def week(meals, calories, protein):
    options = []
    n = len(meals)
    for a in range(n):
        for b in range(n):
            if b == a:
                continue
            for c in range(n):
                if c == a or c == b:
                    continue
                kcal = meals[a][1] + meals[b][1] + meals[c][1]
                grams = meals[a][2] + meals[b][2] + meals[c][2]
                if kcal <= calories and grams >= protein:
                    options.append((abs(calories - kcal), meals[a][0], meals[b][0], meals[c][0]))
    options.sort()
    used = {}
    days = []
    for option in options:
        if len(days) == 7:
            break
        ok = True
        for name in option[1:]:
            if used.get(name, 0) >= 4:
                ok = False
        if ok:
            for name in option[1:]:
                used[name] = used.get(name, 0) + 1
            days.append(' + '.join(option[1:]))
    return days, used
