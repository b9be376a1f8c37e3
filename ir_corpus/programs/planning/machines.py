# calls: balance([(i * 31 + 7) % 40 + 1 for i in range(240)], 5), johnson([(i * 3 % 10 + 1, i * 7 % 11 + 1) for i in range(220)])
def least_loaded(loads):
    best = 0
    for m in range(len(loads)):
        if loads[m] < loads[best]:
            best = m
    return best


def balance(jobs, machines):
    loads = [0 for _ in range(machines)]
    assigned = [[] for _ in range(machines)]
    for number, job in sorted(enumerate(jobs), key=lambda pair: -pair[1]):
        m = least_loaded(loads)
        loads[m] += job
        assigned[m].append(number)
    spread = max(loads) - min(loads)
    return loads, spread, [len(a) for a in assigned]


def johnson(jobs):
    first = [j for j in jobs if j[0] < j[1]]
    second = [j for j in jobs if j[0] >= j[1]]
    first.sort(key=lambda j: j[0])
    second.sort(key=lambda j: j[1], reverse=True)
    a = 0
    b = 0
    idle = 0
    for job in first + second:
        a += job[0]
        if a > b:
            idle += a - b
        b = max(a, b) + job[1]
    return b, idle
