# calls: check_plan([['wheat', 'beans', 'rape', 'barley', 'fallow'][i % 5:] + ['wheat', 'wheat', 'maize'][i % 3:] for i in range(40)])
# calls: check_plan([['wheat'] * 12, ['maize', 'wheat'] * 6])
HEAVY = ('wheat', 'maize', 'barley')
GAP = {'rape': 4, 'beans': 3, 'beet': 5}


def is_heavy(crop):
    return crop in HEAVY


def find_problems(field, crops):
    problems = []
    run = 0
    last_seen = {}
    for year in range(len(crops)):
        crop = crops[year]
        if is_heavy(crop):
            run += 1
            if run > 2:
                problems.append('field ' + str(field) + ': too many cereals in year ' + str(year + 1))
        else:
            run = 0
        if crop in last_seen:
            needed = GAP[crop] if crop in GAP else 1
            if year - last_seen[crop] < needed:
                problems.append('field ' + str(field) + ': ' + crop + ' too early')
        last_seen[crop] = year
    return problems


def check_plan(plan):
    everything = []
    clean = 0
    for field in range(len(plan)):
        found = find_problems(field, plan[field])
        if not found:
            clean += 1
        for problem in found:
            everything.append(problem)
    return everything, clean
