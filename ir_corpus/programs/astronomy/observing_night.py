# calls: plan([{'name': 'M%d' % i, 'rises': i * 13 % 240, 'sets': i * 13 % 240 + 90 + i % 60, 'minutes': 10 + i % 4 * 5, 'priority': i * 7 % 10} for i in range(1, 80)], 420)
# calls: plan([{'name': 'M42', 'rises': 50, 'sets': 70, 'minutes': 30, 'priority': 1}], 300)
def is_up(target, start):
    return target['rises'] <= start and start + target['minutes'] <= target['sets']


def best_target(targets, now, done):
    best = None
    for target in targets:
        if target['name'] in done:
            continue
        if not is_up(target, now):
            continue
        if best is None or target['priority'] > best['priority']:
            best = target
        elif target['priority'] == best['priority'] and target['sets'] < best['sets']:
            best = target
    return best


def plan(targets, night):
    done = []
    lost = 0
    now = 0
    log = ''
    while now < night:
        target = best_target(targets, now, done)
        if target is None:
            now += 5
            lost += 5
            continue
        log += str(now) + ' ' + target['name'] + '; '
        done.append(target['name'])
        now += target['minutes'] + 2
    return log, lost, len(done)
