# calls: assign([17, 4, 9, 22, 13, 6, 11, 8, 15, 3] * 5, 4)
def assign(times, machines):
    loads = [0] * machines
    plan = [[] for _ in range(machines)]
    for job in range(len(times)):
        least = 0
        for machine in range(machines):
            if loads[machine] < loads[least]:
                least = machine
        loads[least] += times[job]
        plan[least].append(job)
    longest = 0
    total = 0
    for load in loads:
        longest = max(longest, load)
        total += load
    return longest, total / machines, plan
