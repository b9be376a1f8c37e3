# calls: simulate(200, 2)
def simulate(minutes, counters):
    state = 12345
    queue = []
    busy = [0] * counters
    served = 0
    waited = 0
    minute = 0
    while minute < minutes:
        state = (state * 1103515245 + 12345) % 2147483648
        if state // 65536 % 3 == 0:
            queue.append(minute)
        for i in range(counters):
            if busy[i] > 0:
                busy[i] -= 1
            elif len(queue) > 0:
                arrived = queue.pop(0)
                waited += minute - arrived
                served += 1
                busy[i] = 4 + minute % 3
        minute += 1
    return served, waited, len(queue)
