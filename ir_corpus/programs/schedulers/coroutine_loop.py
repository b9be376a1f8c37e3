# calls: run([(3, 40), (5, 30), (2, 55), (7, 20), (4, 33)]), run([(1, 2)]), run([])
from collections import deque


def worker(name, step, total, log):
    done = 0
    while done < total:
        done += step
        if done % 3 == 0:
            yield 'sleep', 2
        else:
            yield 'again', 0
    log.append((name, done))


def wake(sleeping, clock):
    awake = [task for when, task in sleeping if when <= clock]
    rest = [(when, task) for when, task in sleeping if when > clock]
    return awake, rest


def run(specs):
    log = []
    ready = deque(worker('w%d' % i, step, total * 3, log) for i, (step, total) in enumerate(specs))
    sleeping = []
    clock = 0
    resumed = 0
    while ready or sleeping:
        clock += 1
        awake, sleeping = wake(sleeping, clock)
        ready.extend(awake)
        if not ready:
            continue
        task = ready.popleft()
        try:
            verb, ticks = next(task)
        except StopIteration:
            continue
        resumed += 1
        if verb == 'sleep':
            sleeping.append((clock + ticks, task))
        else:
            ready.append(task)
    return clock, resumed, log
