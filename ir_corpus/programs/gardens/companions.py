# calls: score_bed(['carrot', 'onion', 'bean', 'leek', 'tomato', 'basil', 'bean', 'fennel'] * 6, 8)
# calls: score_bed(['mint'] * 4, 2)
GOOD = [('carrot', 'onion'), ('tomato', 'basil'), ('leek', 'carrot'), ('bean', 'corn')]
BAD = [('bean', 'onion'), ('tomato', 'fennel'), ('bean', 'leek')]


def like(a, b):
    if (a, b) in GOOD or (b, a) in GOOD:
        return 1
    if (a, b) in BAD or (b, a) in BAD:
        return -2
    return 0


def score_bed(plants, width):
    rows = [plants[i:i + width] for i in range(0, len(plants), width)]
    score = 0
    quarrels = []
    for r in range(len(rows)):
        for c in range(len(rows[r])):
            if c + 1 < len(rows[r]):
                mood = like(rows[r][c], rows[r][c + 1])
                score += mood
                if mood < 0:
                    quarrels.append((r, c, 'right'))
            if r + 1 < len(rows) and c < len(rows[r + 1]):
                mood = like(rows[r][c], rows[r + 1][c])
                score += mood
                if mood < 0:
                    quarrels.append((r, c, 'below'))
    return score, quarrels
