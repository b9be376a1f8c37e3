# calls: layers({'t%d' % i: ['t%d' % (j) for j in range(i) if (i * j + i) % 7 == 3] for i in range(36)}, 3)
# calls: layers({'a': [], 'b': ['a'], 'c': ['b', 'a']}, 1), layers({'x': ['y'], 'y': ['x'], 'z': []}, 2)
def ready(tasks, done):
    names = []
    for name, needs in tasks.items():
        if name in done:
            continue
        if all(need in done for need in needs):
            names.append(name)
    return names


def depth(tasks, name):
    if not tasks[name]:
        return 0
    return 1 + max(len(tasks[need]) for need in tasks[name])


def layers(tasks, workers):
    done = []
    plan = []
    while len(done) < len(tasks):
        available = ready(tasks, done)
        if len(available) == 0:
            stuck = [name for name in tasks if name not in done]
            return plan, 'cycle among ' + ', '.join(stuck)
        available.sort(key=lambda name: (-depth(tasks, name), name))
        batch = available[:workers]
        plan.append(batch)
        done.extend(batch)
    idle = sum(workers - len(batch) for batch in plan)
    return plan, idle
