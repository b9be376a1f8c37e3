# calls: worst_minutes([(i // 4, ('INFO', 'DEBUG', 'WARN', 'ERROR', 'FATAL')[i * i % 5], 'm%d' % (i % 9)) for i in range(400)], 3)
LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL']
WEIGHTS = {'DEBUG': 0, 'INFO': 0, 'WARN': 1, 'ERROR': 5, 'FATAL': 20}


def at_least(level, threshold):
    return LEVELS.index(level) >= LEVELS.index(threshold)


def worst_minutes(records, top):
    score = {}
    modules = {}
    for minute, level, module in records:
        if minute not in score:
            score[minute] = 0
        score[minute] += WEIGHTS[level]
        if at_least(level, 'WARN'):
            if module in modules:
                modules[module] += 1
            else:
                modules[module] = 1
    ranked = sorted(score.items(), key=lambda item: (-item[1], item[0]))
    best = []
    for k in range(min(top, len(ranked))):
        best.append(ranked[k][0])
    lines = ''
    for module in sorted(modules, key=lambda m: modules[m], reverse=True):
        lines += module + '=' + str(modules[module]) + ';'
    return best, lines
