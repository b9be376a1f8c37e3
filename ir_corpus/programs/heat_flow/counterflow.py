# calls: design([(80.0, 20.0, 1.2, 0.9), (95.0, 12.0, 0.4, 2.0), (60.0, 30.0, 3.0, 3.0)])
# calls: design([(70.0 + i, 15.0, 1.0 + 0.1 * i, 1.0) for i in range(4)]), design([])
UA = 1.5
CELLS = 16


def walk(hot_in, cold_out, c_hot, c_cold):
    """March from the hot end; return the cold inlet this would need."""
    hot = hot_in
    cold = cold_out
    for cell in range(CELLS):
        q = UA / CELLS * (hot - cold)
        hot -= q / c_hot
        cold -= q / c_cold
    return hot, cold


def solve(hot_in, cold_in, c_hot, c_cold):
    lo, hi = cold_in, hot_in
    while hi - lo > 1e-6:
        guess = (lo + hi) / 2
        hot_out, reached = walk(hot_in, guess, c_hot, c_cold)
        if reached < cold_in:
            lo = guess
        else:
            hi = guess
    return guess, hot_out


def design(cases):
    rows = []
    for hot_in, cold_in, c_hot, c_cold in cases:
        cold_out, hot_out = solve(hot_in, cold_in, c_hot, c_cold)
        duty = c_hot * (hot_in - hot_out)
        limit = min(c_hot, c_cold) * (hot_in - cold_in)
        row = {'duty': round(duty, 3), 'eff': round(duty / limit, 3)}
        row['hot'] = round(hot_out, 2)
        row['cold'] = round(cold_out, 2)
        rows.append(row)
    if not rows:
        return 'nothing', 0
    best = max(rows, key=lambda row: row['eff'])
    return rows, rows.index(best)
