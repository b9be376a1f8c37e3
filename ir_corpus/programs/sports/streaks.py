# calls: streaks('WWLWDWWWLLDWWWWWLDDWLW' * 5), streaks('LLD')
def points(results):
    total = 0
    for r in results:
        if r == 'W':
            total += 3
        elif r == 'D':
            total += 1
    return total


def streaks(season):
    best = {'W': 0, 'D': 0, 'L': 0, 'unbeaten': 0}
    run = 0
    unbeaten = 0
    for i in range(len(season)):
        if i > 0 and season[i] == season[i - 1]:
            run += 1
        else:
            run = 1
        best[season[i]] = max(best[season[i]], run)
        if season[i] in ['W', 'D']:
            unbeaten += 1
        else:
            unbeaten = 0
        best['unbeaten'] = max(best['unbeaten'], unbeaten)
    form = []
    for i in range(5, len(season) + 1):
        form.append(points(season[i - 5:i]))
    return best, form.index(max(form)) if form else None
