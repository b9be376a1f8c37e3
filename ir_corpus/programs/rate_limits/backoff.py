# calls: sweep([3, 8, 21], [0.5, 1.0, 2.0], 12), sweep([1], [0.1], 0)
def noise(seed):
    while True:
        seed = (seed * 48271) % 2147483647
        yield seed / 2147483647


def delays(base, cap, tries, source):
    pause = base
    for attempt in range(tries):
        high = min(cap, pause * 3)
        pause = base + next(source) * (high - base)
        yield pause


def works_at(moment, outage):
    return moment >= outage or int(moment * 4) % 29 == 28


def attempt(base, outage, tries, seed):
    clock = 0.0
    calls = 0
    for pause in delays(base, 30.0, tries, noise(seed)):
        calls += 1
        if works_at(clock, outage):
            return True, clock, calls
        clock += pause
    return False, clock, calls


def sweep(outages, bases, tries):
    table = {}
    for outage in outages:
        for base in bases:
            runs = [attempt(base, outage, tries, seed) for seed in range(1, 16)]
            good = [run for run in runs if run[0]]
            late = [run[1] - outage for run in good]
            table[outage, base] = (
                len(good),
                round(sum(late) / len(late), 3) if late else None,
                sum(run[2] for run in runs),
            )
    cheapest = min(table, key=lambda key: (-table[key][0], table[key][2]))
    return table, cheapest
