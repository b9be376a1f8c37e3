# calls: best_profit([(i * 7 % 60, i * 7 % 60 + 3 + i % 6, 10 + i * 13 % 37) for i in range(220)])
# calls: best_profit([(0, 2, 5), (1, 3, 8)]), deadlines([('j%d' % i, i * 5 % 40 + 1, i * 17 % 90) for i in range(200)])
def last_before(jobs, i):
    for k in range(i - 1, -1, -1):
        if jobs[k][1] <= jobs[i][0]:
            return k
    return -1


def best_profit(jobs):
    ordered = sorted(jobs, key=lambda job: job[1])
    best = [0] * (len(ordered) + 1)
    for i in range(len(ordered)):
        with_job = ordered[i][2] + best[last_before(ordered, i) + 1]
        without = best[i]
        best[i + 1] = max(with_job, without)
    return best[-1]


def deadlines(jobs):
    slots = {}
    earned = 0
    rejected = []
    for name, deadline, profit in sorted(jobs, key=lambda j: j[2], reverse=True):
        day = deadline
        while day > 0 and day in slots:
            day -= 1
        if day == 0:
            rejected.append(name)
        else:
            slots[day] = name
            earned += profit
    return earned, [slots[d] for d in sorted(slots)], len(rejected)
