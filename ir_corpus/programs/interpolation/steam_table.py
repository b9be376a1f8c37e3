# calls: lookup_all([i * 1.7 for i in range(120)], 'hg'), lookup_all([50, 55, 60], 'p')
# calls: lookup_all([99.5 + 0.01 * i for i in range(200)], 'v')
TABLE = """
T    p       v      hg
0    0.611   206.1  2501
20   2.339   57.79  2538
40   7.384   19.52  2574
60   19.94   7.671  2609
80   47.39   3.407  2643
100  101.3   1.673  2676
120  198.5   0.892  2706
150  475.8   0.393  2746
"""


def load(text):
    lines = [line.split() for line in text.strip().split('\n')]
    names = lines[0]
    return [dict(zip(names, [float(w) for w in words])) for words in lines[1:]]


def bracket(rows, t):
    for i in range(len(rows) - 1):
        if rows[i]['T'] <= t <= rows[i + 1]['T']:
            return rows[i], rows[i + 1]
    return None


def look_up(rows, t, column):
    pair = bracket(rows, t)
    if pair is None:
        return 'out of range'
    low, high = pair
    part = (t - low['T']) / (high['T'] - low['T'])
    return low[column] + part * (high[column] - low[column])


def lookup_all(temperatures, column):
    rows = load(TABLE)
    out = []
    failed = 0
    for t in temperatures:
        answer = look_up(rows, t, column)
        if answer == 'out of range':
            failed += 1
        else:
            out.append(f'{t:.1f}: {answer:.3f}')
    return out, failed
