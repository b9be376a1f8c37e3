# calls: compare_treatments(150, [(35, 'acid'), (240, 'thymol'), (340, 'acid')], 365), compare_treatments(10, [], 30)
EFFECT = {'acid': (0.93, 1, False), 'thymol': (0.08, 30, True), 'drone': (0.25, 1, True)}


def brood_share(day):
    d = day % 365
    if d < 45 or d > 320:
        return 0.0
    if d < 140:
        return (d - 45) / 95 * 0.75
    if d > 230:
        return (320 - d) / 90 * 0.75
    return 0.75


def apply(mites, day, treatments):
    dead = 0.0
    for start, kind in treatments:
        kill, length, reaches_brood = EFFECT[kind]
        if start <= day < start + length:
            exposed = mites if reaches_brood else mites * (1 - brood_share(day))
            dead += exposed * kill
    return min(dead, mites)


def year(mites, treatments, days):
    worst = mites
    fallen = 0.0
    damage = None
    for day in range(days):
        share = brood_share(day)
        mites *= 1 + 0.024 * share / 0.75 - 0.002 * (1 - share)
        dead = apply(mites, day, treatments)
        mites -= dead
        fallen += dead
        worst = max(worst, mites)
        if damage is None and mites > 2500:
            damage = day
    return mites, worst, fallen, damage


def compare_treatments(start, plan, days):
    outcomes = {}
    for skip in range(-1, len(plan)):
        chosen = [t for i, t in enumerate(plan) if i != skip]
        name = 'all' if skip == -1 else 'without ' + plan[skip][1] + '@' + str(plan[skip][0])
        end, worst, fallen, damage = year(float(start), chosen, days)
        outcomes[name] = (round(end, 1), round(worst, 1), damage)
    needed = None
    for shift in range(-20, 21, 20):
        moved = [(d + shift, kind) for d, kind in plan]
        result = year(float(start), moved, days)
        if needed is None or result[0] < needed[0]:
            needed = (round(result[0], 3), shift)
    return outcomes, needed
