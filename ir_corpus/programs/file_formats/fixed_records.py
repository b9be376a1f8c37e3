# calls: reconcile([('ACC%04d' % (i * 37 % 90), i * 1357 % 99999 - 40000, 20240101 + i % 28) for i in range(70)]), reconcile([('A', -5, 20231231)])
LAYOUT = [('account', 0, 10), ('amount', 10, 22), ('date', 22, 30), ('check', 30, 32)]


def control(line):
    total = 0
    weight = 7
    for character in line[:30]:
        total += ord(character) * weight
        weight = {7: 3, 3: 1, 1: 7}[weight]
    return total % 97


def render(account, cents, date):
    sign = '-' if cents < 0 else '+'
    line = account.ljust(10) + sign + str(abs(cents)).zfill(11) + str(date)
    return line + str(control(line)).zfill(2)


def parse(line):
    record = {}
    for name, start, end in LAYOUT:
        record[name] = line[start:end].strip()
    record['amount'] = int(record['amount'])
    record['valid'] = int(record['check']) == control(line)
    return record


def reconcile(entries):
    lines = [render(*entry) for entry in entries]
    lines.append(lines[0][:12] + '9' + lines[0][13:])
    balances = {}
    rejected = 0
    for line in lines:
        record = parse(line)
        if not record['valid']:
            rejected += 1
            continue
        balances[record['account']] = balances.get(record['account'], 0) + record['amount']
    in_debt = [name for name in sorted(balances) if balances[name] < 0]
    return rejected, len(balances), sum(balances.values()), in_debt[:5]
