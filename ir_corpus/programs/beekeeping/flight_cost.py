# calls: best_patch([('lime', 340, 32, 0.4), ('rape', 900, 41, 0.5), ('clover', 150, 21, 0.2), ('heather', 2600, 55, 0.35), ('phacelia', 700, 60, 0.25)], 50), best_patch([('near', 300, 30, 0.6)], 4)
SPEED = 7.0


def trip(metres, sugar, per_flower):
    out = metres / SPEED
    cost = out * 0.0004
    crop = 0.0
    seconds = out
    flowers = 0
    best = None
    while crop < 40:
        flowers += 1
        crop += per_flower * (1 if flowers < 60 else 60 / flowers)
        seconds += 4 + 0.02 * flowers
        gain = crop * sugar / 100 * 0.0161 * 1.2
        spent = cost + 0.00003 * (seconds - out) + out * (0.0004 + crop * 0.000006)
        rate = (gain - spent) / (seconds + out)
        if best is None or rate > best[0]:
            best = (rate, flowers, round(crop, 2))
        elif flowers > 150:
            break
    return best


def crowding(n, metres):
    return 1 / (1 + n * n / (400 + metres))


def best_patch(patches, bees):
    plain = {}
    for name, metres, sugar, per_flower in patches:
        plain[name] = trip(metres, sugar, per_flower)
    sent = {name: 0 for name in plain}
    total = 0.0
    stayed = 0
    for bee in range(bees):
        choice = None
        top = 0.0
        for name, metres, sugar, per_flower in patches:
            value = plain[name][0] * crowding(sent[name], metres)
            if value > top:
                top = value
                choice = name
        if choice is None:
            stayed += 1
        else:
            sent[choice] += 1
            total += top
    return sent, stayed, round(total * 3600, 5), {name: plain[name][1:] for name in plain}
