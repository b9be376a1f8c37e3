# calls: print_run(160, 31), print_run(4, 2)
SYMBOLS = ['cherry', 'bell', 'star', 'seven', 'crown']
PRIZE = {'cherry': 2, 'bell': 5, 'star': 10, 'seven': 77, 'crown': 500}
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 4, 8), (2, 4, 6)]


def next_state(x):
    x ^= (x << 13) & 0xFFFFFFFF
    x ^= x >> 17
    x ^= (x << 5) & 0xFFFFFFFF
    return x


def card(x):
    fields = []
    for _ in range(9):
        x = next_state(x)
        r = x % 100
        if r < 40:
            fields.append('cherry')
        elif r < 68:
            fields.append('bell')
        elif r < 86:
            fields.append('star')
        elif r < 97:
            fields.append('seven')
        else:
            fields.append('crown')
    return fields, x


def worth(fields):
    total = 0
    for line in LINES:
        if fields[line[0]] == fields[line[1]] == fields[line[2]]:
            total += PRIZE[fields[line[0]]]
    if all(s in fields for s in SYMBOLS):
        total += 3
    if total == 0:
        for s in SYMBOLS:
            if fields.count(s) >= 5:
                return 1
    return total


def print_run(cards, seed):
    x = seed
    paid = 0
    winners = []
    near = 0
    for number in range(cards):
        fields, x = card(x)
        prize = worth(fields)
        if prize:
            winners.append((number, prize))
        else:
            for line in LINES:
                row = [fields[i] for i in line]
                if row.count('crown') == 2 or row.count('seven') == 2:
                    near += 1
                    break
        paid += prize
    best = sorted(winners, key=lambda w: -w[1])[:3]
    return len(winners), paid, near, best, round(100 * paid / (cards * 3), 1)
