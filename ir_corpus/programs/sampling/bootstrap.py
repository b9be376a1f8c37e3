# calls: interval([2.1, 3.4, 2.8, 5.0, 4.4, 3.9, 2.2, 3.1], 50, 7), interval([1, 2, 9], 15, 3)
def median(values):
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def resample(values, state):
    chosen = []
    for _ in range(len(values)):
        state = (state * 1103515245 + 12345) % 2 ** 31
        chosen.append(values[state // 1000 % len(values)])
    return chosen, state


def interval(values, rounds, seed):
    medians = []
    means = []
    state = seed
    for _ in range(rounds):
        chosen, state = resample(values, state)
        medians.append(median(chosen))
        means.append(sum(chosen) / len(chosen))
    low = sorted(medians)[int(rounds * 0.05)]
    high = sorted(medians)[int(rounds * 0.95)]
    inside = 0
    for value in means:
        if low <= value <= high:
            inside += 1
    spread = 0.0
    for value in means:
        spread += (value - sum(means) / len(means)) ** 2
    return (low, median(values), high), inside / rounds, (spread / rounds) ** 0.5
