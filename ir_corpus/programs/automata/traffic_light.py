# calls: drive(300)
def following(state):
    if state == 'red':
        return 'red-yellow'
    elif state == 'red-yellow':
        return 'green'
    elif state == 'green':
        return 'yellow'
    return 'red'


def length(state):
    if state in ('red', 'green'):
        return 10
    return 2


def drive(seconds):
    state = 'red'
    left = length(state)
    waiting = 0
    passed = 0
    for second in range(seconds):
        if second % 3 == 0:
            waiting += 1
        if state == 'green' and waiting > 0:
            waiting -= 1
            passed += 1
        left -= 1
        if left == 0:
            state = following(state)
            left = length(state)
    return passed, waiting
