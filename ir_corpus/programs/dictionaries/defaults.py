# calls: frequency_by_length('the quick brown fox jumps over the lazy dog and runs far away from the old bear'.split() * 40), nested([('eu', 'de', 'berlin', 3), ('eu', 'fr', 'paris', 4), ('as', 'jp', 'tokyo', 9)] * 110)
from collections import defaultdict


def frequency_by_length(words):
    by_length = defaultdict(dict)
    for word in words:
        counts = by_length[len(word)]
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    lines = []
    for length in sorted(by_length):
        counts = by_length[length]
        top = sorted(counts.items(), key=lambda item: item[1], reverse=True)[0]
        share = 100 * top[1] / sum(counts.values())
        lines.append('%d %s %.1f%%' % (length, top[0], share))
    return lines


def nested(rows):
    tree = {}
    for region, country, city, people in rows:
        if region not in tree:
            tree[region] = {}
        if country not in tree[region]:
            tree[region][country] = {}
        tree[region][country][city] = tree[region][country].get(city, 0) + people
    totals = {}
    for region in tree:
        total = 0
        for country in tree[region]:
            for city in tree[region][country]:
                total += tree[region][country][city]
        totals[region] = total
    return totals
