# calls: club([[(3 + (p + h * h) % 5) for h in range(18)] for p in range(16)], [4, 3, 5, 4] * 4 + [4, 3], [p * 3 % 29 for p in range(16)]), club([[1] * 18], [3] * 18, [0])
def extra_strokes(handicap, index):
    strokes = handicap // 18
    if index < handicap % 18:
        strokes += 1
    return strokes


def stableford(strokes, par, extra):
    net = strokes - extra - par
    table = [[-3, 5], [-2, 4], [-1, 3], [0, 2], [1, 1]]
    for row in table:
        if net <= row[0]:
            return row[1]
    return 0


def name_of(strokes, par):
    if strokes == 1:
        return 'ace'
    names = {-2: 'eagle', -1: 'birdie', 0: 'par', 1: 'bogey'}
    return names.get(strokes - par, 'other')


def club(cards, pars, handicaps):
    results = []
    names = {}
    for p in range(len(cards)):
        out = 0
        back = 0
        for h in range(len(pars)):
            gained = stableford(cards[p][h], pars[h], extra_strokes(handicaps[p], h))
            if h < 9:
                out += gained
            else:
                back += gained
            label = name_of(cards[p][h], pars[h])
            names[label] = names.get(label, 0) + 1
        results.append([out + back, back, p])
    results.sort()
    results.reverse()
    hardest = 0
    worst = None
    for h in range(len(pars)):
        over = sum([card[h] - pars[h] for card in cards]) / len(cards)
        if worst is None or over > worst:
            worst = over
            hardest = h + 1
    return results[:5], names, hardest, worst
