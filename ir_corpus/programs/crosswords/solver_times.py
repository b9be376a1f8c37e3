# calls: league([('anna', [610, 540, None, 722, 500]), ('bert', [480, None, None, 990, 455]), ('cem', [300, 310, 350, 420, 333]), ('dora', [None] * 5), ('eve', [601, 599, 640, 777, 512])] * 8, [(15, 78), (13, 60), (15, 82), (21, 140), (13, 58)]), league([], [(15, 78)])
def mmss(seconds):
    return '%d:%02d' % divmod(seconds, 60)


def par(size, clues):
    return clues * 7 + size * size // 2


def points(time, goal):
    if time is None:
        return 0
    ratio = time / goal
    if ratio <= 0.5:
        return 10
    score = 10
    for limit in (0.6, 0.75, 0.9, 1.0, 1.2, 1.5, 2.0):
        if ratio > limit:
            score -= 1
    return score


def streak(times):
    best = now = 0
    for t in times:
        now = 0 if t is None else now + 1
        best = max(best, now)
    return best


def league(solvers, puzzles):
    goals = [par(*p) for p in puzzles]
    rows = []
    for name, times in solvers:
        score = sum(points(t, g) for t, g in zip(times, goals)) + streak(times)
        solved = [t for t in times if t is not None]
        average = sum(solved) // len(solved) if solved else None
        rows.append((score, name, mmss(average) if average is not None else '-', mmss(min(solved)) if solved else '-'))
    rows.sort(key=lambda row: (-row[0], row[1]))
    places = []
    for i, row in enumerate(rows):
        if i > 0 and row[0] == rows[i - 1][0]:
            places.append(places[-1])
        else:
            places.append(i + 1)
    fastest = []
    for k in range(len(puzzles)):
        column = [(times[k], name) for name, times in solvers if times[k] is not None]
        fastest.append(min(column)[1] if column else None)
    return list(zip(places, rows)), fastest
