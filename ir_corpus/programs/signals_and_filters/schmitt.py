# calls: pulses([(i * 13 % 40) - 20 + (15 if i // 50 % 2 else -15) for i in range(1000)], 12, -12)
# calls: pulses([0] * 400, 3, -3), pulses([5, -5, 5, 5, -5, -5, 5], 1, -1)
def trigger(samples, high, low):
    state = 'low'
    bits = ''
    for s in samples:
        if state == 'low' and s >= high:
            state = 'high'
        elif state == 'high' and s <= low:
            state = 'low'
        bits += '1' if state == 'high' else '0'
    return bits


def run_lengths(bits):
    runs = []
    for b in bits:
        if len(runs) > 0 and runs[-1][0] == b:
            runs[-1][1] += 1
        else:
            runs.append([b, 1])
    return runs


def drop_glitches(runs, shortest):
    kept = []
    for b, n in runs:
        if n < shortest and len(kept) > 0:
            kept[-1][1] += n
        elif len(kept) > 0 and kept[-1][0] == b:
            kept[-1][1] += n
        else:
            kept.append([b, n])
    return kept


def pulses(samples, high, low):
    runs = run_lengths(trigger(samples, high, low))
    clean = drop_glitches(runs, 4)
    on = [n for b, n in clean if b == '1']
    off = [n for b, n in clean if b == '0']
    duty = sum(on) / (sum(on) + sum(off))
    longest = max(on) if len(on) > 0 else 0
    return len(runs), len(clean), on, longest, round(duty, 3)
