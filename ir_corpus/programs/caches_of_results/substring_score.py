# calls: play('3-8-2-9-1-7-4-6-5-2-8-3', 2), play('abba', 1), play('4', 1)
def number(mark):
    if mark.isdigit():
        return int(mark)
    return ord(mark) % 10


def best_lead(row, table, calls):
    calls[0] += 1
    if row == '':
        return 0
    if row in table:
        return table[row]
    first = number(row[0]) - best_lead(row[1:], table, calls)
    last = number(row[-1]) - best_lead(row[:-1], table, calls)
    table[row] = first if first > last else last
    return table[row]


def greedy_lead(row):
    scores = [0, 0]
    turn = 0
    while row:
        if number(row[0]) >= number(row[-1]):
            scores[turn] += number(row[0])
            row = row[1:]
        else:
            scores[turn] += number(row[-1])
            row = row[:-1]
        turn = 1 - turn
    return scores[0] - scores[1]


def play(text, step):
    row = text[::step]
    table = {}
    calls = [0]
    rows = []
    for size in range(1, len(row) + 1):
        for start in range(len(row) - size + 1):
            part = row[start:start + size]
            if best_lead(part, table, calls) < 0:
                rows.append(part)
    wrong = [p for p in table if greedy_lead(p) > table[p]]
    return best_lead(row, table, calls), len(table), calls[0], len(rows), min(rows, default=''), len(wrong)
