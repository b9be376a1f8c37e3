# calls: schedule([('dish%d' % i, 15 + i * 17 % 50, [160, 180, 200, 220][i * 5 % 4]) for i in range(60)], 3)
# calls: schedule([('pie', 40, 180), ('bread', 35, 220)], 1)
def heat_up(now, wanted):
    return abs(wanted - now) // 10


def schedule(dishes, ovens):
    free_at = [0] * ovens
    temps = [20] * ovens
    plan = []
    for dish in sorted(dishes, key=lambda d: (d[2], -d[1])):
        name, minutes, temp = dish
        best = -1
        best_start = 0
        for o in range(ovens):
            start = free_at[o] + heat_up(temps[o], temp)
            if best == -1 or start < best_start:
                best = o
                best_start = start
        plan.append({'dish': name, 'oven': best, 'start': best_start, 'end': best_start + minutes})
        free_at[best] = best_start + minutes
        temps[best] = temp
    finished = 0
    for entry in plan:
        finished = max(finished, entry['end'])
    idle = 0
    for o in range(ovens):
        busy = 0
        for entry in plan:
            if entry['oven'] == o:
                busy += entry['end'] - entry['start']
        idle += finished - busy
    return finished, idle, plan[0]['dish'], plan[-1]['dish']
