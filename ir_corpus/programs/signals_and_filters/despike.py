# calls: clean([20 + (i * i) % 7 + (60 if i % 17 == 3 else 0) for i in range(150)], 5, 10)
# calls: clean([5, 5, 99, 5, 5], 3, 4), clean([i % 2 * 30 for i in range(80)], 7, 8)
def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def window(signal, i, width):
    return signal[max(0, i - width // 2):min(len(signal), i + width // 2 + 1)]


def find_spikes(signal, width, limit):
    spikes = []
    i = 0
    while i < len(signal):
        if abs(signal[i] - median(window(signal, i, width))) > limit:
            spikes.append(i)
        i += 1
    return spikes


def clean(signal, width, limit):
    signal = list(signal)
    rounds = 0
    changed = []
    while rounds < 5:
        spikes = find_spikes(signal, width, limit)
        if not spikes:
            break
        for i in spikes:
            before = signal[i]
            signal[i] = median(window(signal, i, width))
            changed.append((i, before, signal[i]))
        rounds += 1
    return rounds, len(changed), changed[:6], max(signal) - min(signal)
