# calls: work([(i % 7, i * 3 % 11 + 1) for i in range(60)])
def work(jobs):
    queue = []
    for job in jobs:
        queue.append(job)
    clock = 0
    finished = []
    while len(queue) > 0:
        job = queue.pop(0)
        higher = False
        for other in queue:
            if other[0] > job[0]:
                higher = True
        if higher:
            queue.append(job)
        else:
            clock = clock + job[1]
            finished.append(clock)
    total = 0
    for time in finished:
        total += time
    return total / len(finished), clock
