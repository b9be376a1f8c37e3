# calls: round_robin([(chr(97 + i % 26) + str(i), i * 3, 5 + i * 7 % 12) for i in range(40)], 4), round_robin([('only', 0, 3)], 10)
def admit(waiting, jobs, clock):
    still = []
    for job in waiting:
        if job['arrive'] <= clock:
            jobs.append(job)
        else:
            still.append(job)
    return still


def round_robin(processes, quantum):
    waiting = [{'name': n, 'arrive': a, 'need': b, 'left': b} for n, a, b in processes]
    ready = []
    clock = 0
    switches = 0
    finished = []
    waiting = admit(waiting, ready, clock)
    while ready or waiting:
        if not ready:
            clock += 1
            waiting = admit(waiting, ready, clock)
            continue
        job = ready.pop(0)
        slice_ = quantum if job['left'] > quantum else job['left']
        clock += slice_
        job['left'] -= slice_
        waiting = admit(waiting, ready, clock)
        if job['left'] > 0:
            ready.append(job)
            switches += 1
        else:
            finished.append((job['name'], clock - job['arrive'], clock - job['arrive'] - job['need']))
    average = sum(f[1] for f in finished) / len(finished)
    longest = max(finished, key=lambda f: f[2])
    return clock, switches, average, longest
