# calls: mine(['user %d logged in from 10.0.0.%d' % (i, i % 9) if i % 3 else 'cache miss for key k%d after %d ms' % (i % 5, i * 3) for i in range(70)] + ['shutdown now'] * 3, 0.5), mine([''], 0.5)
WILD = '<*>'


def has_digit(word):
    for c in word:
        if c.isdigit():
            return True
    return False


def similarity(template, words):
    same = 0
    for a, b in zip(template, words):
        if a == b or a == WILD:
            same += 1
    return same / len(words)


def merge(template, words):
    return [a if a == b else WILD for a, b in zip(template, words)]


def mine(lines, threshold):
    groups = []
    for line in lines:
        words = [WILD if has_digit(w) else w for w in line.split(' ')]
        best = None
        best_score = threshold
        for group in groups:
            if len(group['template']) != len(words):
                continue
            score = similarity(group['template'], words)
            if score >= best_score:
                best = group
                best_score = score
        if best is None:
            groups.append({'template': words, 'count': 1, 'first': line})
        else:
            best['template'] = merge(best['template'], words)
            best['count'] += 1
    groups.sort(key=lambda g: (-g['count'], g['first']))
    return [(g['count'], ' '.join(g['template']), g['template'].count(WILD)) for g in groups]
