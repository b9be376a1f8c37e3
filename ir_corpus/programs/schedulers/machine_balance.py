# calls: best_schedule([13 + i * 29 % 47 for i in range(30)], 4), best_schedule([5, 5, 4, 3, 3], 2), best_schedule([9], 3)
def lightest(loads):
    place = 0
    for i in range(len(loads)):
        if loads[i] < loads[place]:
            place = i
    return place


def assign(jobs, machines):
    loads = [0] * machines
    lists = [[] for m in range(machines)]
    for job in jobs:
        m = lightest(loads)
        loads[m] = loads[m] + job
        lists[m].append(job)
    return lists


def makespan(lists):
    return max(sum(jobs) for jobs in lists)


def improve(lists):
    changed = True
    rounds = 0
    while changed and rounds < 6:
        changed = False
        rounds += 1
        for a in range(len(lists)):
            for b in range(len(lists)):
                if a == b:
                    continue
                for x in lists[a]:
                    gap = sum(lists[a]) - sum(lists[b])
                    if 0 < x < gap:
                        lists[a].remove(x)
                        lists[b].append(x)
                        changed = True
                        break
    return rounds


def best_schedule(jobs, machines):
    plain = assign(jobs, machines)
    before = makespan(plain)
    rounds = improve(plain)
    by_length = assign(sorted(jobs, reverse=True), machines)
    bound = max(max(jobs), -(-sum(jobs) // machines))
    return before, makespan(plain), rounds, makespan(by_length), bound
