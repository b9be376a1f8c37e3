# calls: allocate([(i % 8, 3 + i * 19 % 40) for i in range(64)], 500), allocate([(0, 10), (1, 2)], 6), allocate([(0, 1)], 100)
def demands(flows):
    total = {}
    for owner, amount in flows:
        total[owner] = total.get(owner, 0) + amount
    return total


def water_level(wants, capacity):
    left = capacity
    open_ = sorted(wants.values())
    while open_:
        share = left / len(open_)
        if open_[0] <= share:
            left -= open_.pop(0)
        else:
            return share
    return max(wants.values())


def fairness(values):
    if not any(values):
        return 1.0
    return sum(values) ** 2 / (len(values) * sum(v * v for v in values))


def round_off(shares, capacity):
    floors = {k: int(v) for k, v in shares.items()}
    spare = int(min(capacity, sum(shares.values())) - sum(floors.values()) + 1e-9)
    for k in sorted(shares, key=lambda k: (floors[k] - shares[k], k))[:spare]:
        floors[k] += 1
    return floors


def allocate(flows, capacity):
    wants = demands(flows)
    table = []
    for part in range(10, 0, -1):
        budget = capacity * part // 10
        level = water_level(wants, budget)
        shares = {k: min(w, level) for k, w in wants.items()}
        whole = round_off(shares, budget)
        met = [k for k in wants if whole[k] == wants[k]]
        table.append((budget, round(level, 3), len(met), round(fairness(list(whole.values())), 4)))
    return table, round_off({k: min(w, water_level(wants, capacity)) for k, w in wants.items()}, capacity)
