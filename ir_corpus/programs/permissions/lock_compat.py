# calls: run([(i % 6, 'lock' if i % 4 else 'free', 'r%d' % (i * 5 % 7), ['S', 'X', 'IS', 'IX'][i * i % 4]) for i in range(180)]), run([(1, 'lock', 'a', 'X'), (2, 'lock', 'a', 'S'), (1, 'free', 'a', '')])
CONFLICTS = {
    'S': ['X', 'IX'],
    'X': ['S', 'X', 'IS', 'IX'],
    'IS': ['X'],
    'IX': ['S', 'X'],
}


def free_to_take(held, owner, mode):
    for other, other_mode in held:
        if other != owner and other_mode in CONFLICTS[mode]:
            return False
    return True


def grant_waiting(held, waiting):
    granted = 0
    while waiting and free_to_take(held, waiting[0][0], waiting[0][1]):
        held.append(waiting.pop(0))
        granted += 1
    return granted


def run(events):
    held = {}
    waiting = {}
    late = 0
    longest_queue = 0
    for owner, verb, thing, mode in events:
        locks = held.setdefault(thing, [])
        queue = waiting.setdefault(thing, [])
        if verb == 'lock':
            if not queue and free_to_take(locks, owner, mode):
                locks.append((owner, mode))
            else:
                queue.append((owner, mode))
                longest_queue = max(longest_queue, len(queue))
        else:
            held[thing] = [lock for lock in locks if lock[0] != owner]
            late += grant_waiting(held[thing], queue)
    blocked_by = {}
    for thing in sorted(waiting):
        for owner, mode in waiting[thing]:
            for other, other_mode in held[thing]:
                if other != owner and other_mode in CONFLICTS[mode]:
                    blocked_by.setdefault(owner, []).append(other)
    pairs = {owner: len(others) for owner, others in blocked_by.items()}
    return late, longest_queue, {t: len(held[t]) for t in sorted(held)}, pairs
