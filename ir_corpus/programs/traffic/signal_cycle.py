# calls: run([3, 1, 4, 2], 240), run([0, 0, 9, 1], 60)
# calls: run([5, 5, 5, 5], 500)
GREEN = 'green'
AMBER = 'amber'
ALL_RED = 'red'


def next_state(state):
    if state == GREEN:
        return AMBER
    if state == AMBER:
        return ALL_RED
    return GREEN


def length_of(state, queue):
    if state == GREEN:
        return min(30, 8 + 2 * queue)
    if state == AMBER:
        return 3
    return 2


def run(arrivals, seconds):
    queues = [0] * len(arrivals)
    served = 0
    longest = 0
    arm = 0
    state = GREEN
    left = 8
    for second in range(seconds):
        for i in range(len(arrivals)):
            if arrivals[i] > 0 and second % (12 - arrivals[i]) == 0:
                queues[i] += 1
        if state == GREEN and second % 2 == 0 and queues[arm] > 0:
            queues[arm] -= 1
            served += 1
        longest = max(longest, max(queues))
        left -= 1
        if left <= 0:
            state = next_state(state)
            if state == GREEN:
                arm = (arm + 1) % len(arrivals)
            left = length_of(state, queues[arm])
    return served, longest, queues
