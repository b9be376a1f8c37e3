# calls: with_subtotals([('dept%d' % (i // 20), 'team%d' % (i // 5 % 4), 'n%d' % i, 1000 + i * 37 % 400) for i in range(140)]), with_subtotals([('x', 'y', 'z', 1)])
def with_subtotals(records):
    out = []
    dept = team = None
    dept_sum = team_sum = grand = 0
    for d, t, name, amount in records:
        if team is not None and (t != team or d != dept):
            out.append(line(2, 'sum ' + team, team_sum))
            team_sum = 0
        if dept is not None and d != dept:
            out.append(line(1, 'sum ' + dept, dept_sum))
            dept_sum = 0
        if d != dept:
            out.append(line(1, d, None))
        if t != team or d != dept:
            out.append(line(2, t, None))
        dept, team = d, t
        out.append(line(3, name, amount))
        team_sum += amount
        dept_sum += amount
        grand += amount
    out.append(line(2, 'sum ' + team, team_sum))
    out.append(line(1, 'sum ' + dept, dept_sum))
    out.append(line(0, 'grand total', grand))
    return out


def line(level, label, amount):
    text = '  ' * level + label
    if amount is None:
        return text
    dots = 40 - len(text) - len(thousands(amount))
    return text + '.' * dots + thousands(amount)


def thousands(n):
    digits = str(n)
    pieces = []
    while len(digits) > 3:
        pieces.insert(0, digits[-3:])
        digits = digits[:-3]
    pieces.insert(0, digits)
    return "'".join(pieces)
