# calls: directory(['Church Street,%s%d' % ('ABCD'[i % 4], i % 6 + 1) for i in range(9)] + ['Mill La,B%d' % (i % 5) for i in range(12)] + ['St. Mary\'s Rd,C2', 'High St,A1', 'Old Church St,D4', 'The Avenue,B2', 'Milton Rd,A3'] * 3, ['church', 'mil', 'rd', 'ave st', 'zz'])
# calls: directory(['A,B1'], ['a'])
import re

SHORT = {'st': 'street', 'rd': 'road', 'la': 'lane', 'ave': 'avenue', 'sq': 'square'}


def words_of(name):
    words = re.findall(r"[a-z']+", name.lower())
    if len(words) > 1 and words[-1] in SHORT:
        words[-1] = SHORT[words[-1]]
    if words and words[0] == 'the':
        words = words[1:] + ['(the)']
    return words


def gather(lines):
    streets = {}
    for line in lines:
        name, square = line.rsplit(',', 1)
        key = ' '.join(words_of(name))
        if key not in streets:
            streets[key] = []
        if square not in streets[key]:
            streets[key].append(square)
    return streets


def rank(key, query):
    points = 0
    for wanted in query.split():
        wanted = SHORT.get(wanted, wanted)
        hits = [w for w in key.split() if w.startswith(wanted)]
        if not hits:
            return 0
        points += 2 if wanted in hits else 1
        if key.startswith(wanted):
            points += 3
    return points


def directory(lines, queries):
    streets = gather(lines)
    answers = {}
    for query in queries:
        hits = []
        for key in streets:
            if rank(key, query) > 0:
                hits.append((-rank(key, query), key))
        hits.sort()
        answers[query] = [key.title() + ' ' + '/'.join(sorted(streets[key])) for p, key in hits[:3]]
    return answers, len(streets)
