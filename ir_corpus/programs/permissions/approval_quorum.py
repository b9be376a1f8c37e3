# calls: process([(i, 50 + i * i * 13 % 9000, [('mgr', i % 3 > 0), ('cfo', i % 4 > 1), ('peer', True), ('peer', i % 5 > 0)][:1 + i % 4]) for i in range(130)]), process([(1, 10, [])])
def level(amount):
    if amount < 100:
        return 'none'
    elif amount < 1000:
        return 'small'
    elif amount < 5000:
        return 'medium'
    return 'large'


def enough(kind, yes):
    if kind == 'none':
        return True
    if kind == 'small':
        return len(yes) >= 1
    if kind == 'medium':
        return 'mgr' in yes and len(yes) >= 2
    return 'cfo' in yes and ('mgr' in yes or yes.count('peer') >= 2)


def missing(kind, yes):
    for extra in ['peer', 'mgr', 'cfo']:
        if enough(kind, yes + [extra]):
            return extra
    return 'several'


def process(requests):
    approved = 0
    vetoed = []
    waiting = {}
    for number, amount, votes in requests:
        yes = [who for who, vote in votes if vote]
        no = [who for who, vote in votes if not vote]
        kind = level(amount)
        if 'cfo' in no or len(no) > len(yes):
            vetoed.append(number)
        elif enough(kind, yes):
            approved += amount
        else:
            need = missing(kind, yes)
            waiting[(kind, need)] = waiting.get((kind, need), 0) + 1
    return approved, len(vetoed), vetoed[-3:], sorted(waiting.items())
