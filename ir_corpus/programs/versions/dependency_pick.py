# calls: solve({'app': {1: {'web': [2, 3], 'db': [1, 2, 3], 'log': [1, 2]}}, 'web': {3: {'log': [3], 'tpl': [1, 2]}, 2: {'log': [1, 2], 'tpl': [2]}}, 'db': {3: {'log': [3]}, 2: {'net': [9]}, 1: {'net': [1, 2, 3]}}, 'log': {3: {}, 2: {}, 1: {}}, 'tpl': {2: {'net': [2, 3]}, 1: {}}, 'net': {3: {'log': [1]}, 2: {}, 1: {}}}, 'app')
# calls: solve({'a': {1: {'b': [1]}}, 'b': {1: {'a': [2]}}}, 'a')
def consistent(catalogue, picked):
    for name, version in picked.items():
        for other, allowed in catalogue[name][version].items():
            if other in picked and picked[other] not in allowed:
                return False
    return True


def wanted(catalogue, picked):
    for name in sorted(picked):
        for other in sorted(catalogue[name][picked[name]]):
            if other not in picked:
                return other
    return None


def search(catalogue, picked, log):
    log.append(dict(picked))
    if not consistent(catalogue, picked):
        return None
    name = wanted(catalogue, picked)
    if name is None:
        return picked
    for version in sorted(catalogue[name], reverse=True):
        found = search(catalogue, {**picked, name: version}, log)
        if found is not None:
            return found
    return None


def solve(catalogue, root):
    outcomes = []
    for version in sorted(catalogue[root]):
        log = []
        answer = search(catalogue, {root: version}, log)
        if answer is None:
            outcomes.append((version, 'impossible', len(log)))
        else:
            text = ', '.join(f'{n}={answer[n]}' for n in sorted(answer))
            outcomes.append((version, text, len(log)))
    newest = {}
    for name in catalogue:
        newest[name] = max(catalogue[name])
    return outcomes, consistent(catalogue, {n: newest[n] for n in newest})
