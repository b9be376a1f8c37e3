# calls: measure([1 - 0.9 ** i * (1.3 if i % 14 < 7 else 0.8) for i in range(200)], 0.05)
# calls: measure([0.0] * 10 + [2.0] * 30, 0.1)
def within(value, target, share):
    return abs(value - target) <= share * abs(target)


def measure(samples, dt):
    final = sum(samples[-10:]) / 10
    rise_start = None
    rise_end = None
    for i in range(len(samples)):
        if rise_start is None and samples[i] >= 0.1 * final:
            rise_start = i
        if rise_end is None and samples[i] >= 0.9 * final:
            rise_end = i
    settled = len(samples)
    i = len(samples) - 1
    while i >= 0 and within(samples[i], final, share=0.02):
        settled = i
        i -= 1
    peaks = []
    for i in range(1, len(samples) - 1):
        if samples[i] > samples[i - 1] and samples[i] >= samples[i + 1] and samples[i] > final:
            peaks.append((i, samples[i]))
    ise = 0.0
    itae = 0.0
    for i in range(len(samples)):
        ise += (samples[i] - final) ** 2 * dt
        itae += i * dt * abs(samples[i] - final) * dt
    overshoot = 0.0
    for _, value in peaks:
        overshoot = max(overshoot, (value - final) / final * 100)
    return (rise_end - rise_start) * dt, settled * dt, len(peaks), round(overshoot, 2), ise, itae
