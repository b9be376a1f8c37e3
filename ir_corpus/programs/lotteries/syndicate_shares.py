# calls: season([('ann', 300), ('bo', 450), ('cy', 125), ('di', 125), ('ed', 1000)], [0, 0, 1700, 0, 250, 0, 0, 98765, 10, 0, 333] * 14, 200), season([('solo', 100)], [50], 200)
def split(amount, stakes):
    total = sum(s for n, s in stakes)
    shares = [[amount * s // total, amount * s % total, name] for name, s in stakes]
    left = amount - sum(share[0] for share in shares)
    for share in sorted(shares, key=lambda x: (-x[1], x[2])):
        if left == 0:
            break
        share[0] += 1
        left -= 1
    return {name: part for part, _, name in shares}


def collect(purse, stakes, price):
    due = split(price, stakes)
    late = []
    for name in due:
        if purse[name] < due[name]:
            late.append(name)
        else:
            purse[name] -= due[name]
    return late


def season(members, wins, price):
    purse = dict(members)
    stakes = list(members)
    left = []
    diary = []
    for week, win in enumerate(wins):
        late = collect(purse, stakes, price)
        for name in late:
            stakes = [s for s in stakes if s[0] != name]
            left.append((week, name))
        if not stakes:
            break
        if win:
            for name, part in split(win, stakes).items():
                purse[name] += part
            diary.append((week, max(purse, key=lambda n: (purse[n], n))))
    return purse, left, diary[-1] if diary else None, len(diary)
