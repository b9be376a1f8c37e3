# calls: schedule({'t%d' % i: (i * 7 % 9 + 1, ['t%d' % d for d in range(max(0, i - 3), i) if (i + d) % 2]) for i in range(45)})
# calls: schedule({'a': (3, []), 'b': (2, ['a'])})
def ready(tasks, done, name):
    return all(need in done for need in tasks[name][1])


def order_of(tasks):
    done = []
    waiting = sorted(tasks)
    while len(waiting) > 0:
        progressed = False
        for name in list(waiting):
            if ready(tasks, done, name):
                done.append(name)
                waiting.remove(name)
                progressed = True
        if not progressed:
            raise ValueError('circle')
    return done


def schedule(tasks):
    start = {}
    finish = {}
    for name in order_of(tasks):
        duration, needs = tasks[name]
        begin = 0
        for need in needs:
            begin = max(begin, finish[need])
        start[name] = begin
        finish[name] = begin + duration
    end = max(finish.values())
    latest = {}
    for name in reversed(order_of(tasks)):
        limit = end
        for other in tasks:
            if name in tasks[other][1]:
                limit = min(limit, latest[other] - tasks[other][0])
        latest[name] = limit
    critical = [name for name in sorted(tasks) if latest[name] == finish[name]]
    return end, critical
