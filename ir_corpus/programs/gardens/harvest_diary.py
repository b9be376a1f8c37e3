# calls: best_varieties('3.4 tomato Marmande 1.2kg;4.4 bean Neckar 300g;9.4 tomato Roma 2kg;9.4 tomato Marmande 850g;10.4 pea Kelvedon 0.4kg' + ';11.4 bean Neckar 125g;12.5 tomato Roma 0.9kg' * 35, 500)
def grams(text):
    if text.endswith('kg'):
        return int(float(text[:-2]) * 1000)
    return int(text[:-1])


def best_varieties(diary, least):
    entries = []
    for line in diary.split(';'):
        date, crop, variety, amount = line.split(' ')
        entries.append({'month': int(date.split('.')[1]), 'crop': crop, 'variety': variety, 'grams': grams(amount)})
    crops = {}
    for e in entries:
        if e['crop'] not in crops:
            crops[e['crop']] = {}
        crop = crops[e['crop']]
        if e['variety'] not in crop:
            crop[e['variety']] = 0
        crop[e['variety']] += e['grams']
    winners = []
    for name in sorted(crops):
        best = None
        for variety in crops[name]:
            if crops[name][variety] < least:
                continue
            if best is None or crops[name][variety] > crops[name][best]:
                best = variety
        if best is not None:
            winners.append('%s: %s (%.1f kg)' % (name, best, crops[name][best] / 1000))
    months = [0] * 13
    for e in entries:
        months[e['month']] += e['grams']
    return winners, [m for m in range(13) if months[m] > 0], max(months)
