# calls: examine([70 + (120 if i % 37 == 0 else 0) + i * 7 % 9 for i in range(900)], 150, 250)
# calls: examine([60] * 80, 100, 200)
def beats(signal, limit):
    found = []
    above = False
    for i in range(len(signal)):
        if signal[i] > limit:
            if not above:
                found.append(i)
            above = True
        else:
            above = False
    return found


def examine(signal, limit, rate):
    places = beats(signal, limit)
    if len(places) < 3:
        return None
    gaps = []
    for i in range(1, len(places)):
        gaps.append((places[i] - places[i - 1]) / rate)
    mean = sum(gaps) / len(gaps)
    spread = 0.0
    changes = 0.0
    for i in range(len(gaps)):
        spread += (gaps[i] - mean) ** 2
        if i > 0:
            changes += (gaps[i] - gaps[i - 1]) ** 2
    base = 0
    for value in signal:
        base += min(value, limit)
    return 60 / mean, (spread / len(gaps)) ** 0.5, changes / (len(gaps) - 1), base / len(signal)
