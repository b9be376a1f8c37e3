# calls: schedule([8, 3, 12, 5, 7, 9, 2], 3)
def schedule(bursts, quantum):
    left = []
    for burst in bursts:
        left.append(burst)
    waiting = [i for i in range(len(bursts))]
    clock = 0
    finish = [0] * len(bursts)
    switches = 0
    while len(waiting) > 0:
        task = waiting.pop(0)
        slice_ = min(quantum, left[task])
        clock += slice_
        left[task] -= slice_
        switches += 1
        if left[task] > 0:
            waiting.append(task)
        else:
            finish[task] = clock
    delay = 0
    for i in range(len(bursts)):
        delay += finish[i] - bursts[i]
    return finish, delay / len(bursts), switches
