# calls: generations([0.25, 0.5, 0.25], 0.8, 0.001, 60), generations([0.1, 0.1, 0.8], 1.0, 0.0, 30)
def allele_share(shares):
    return shares[0] + shares[1] / 2


def next_generation(shares, fitness, mutation):
    p = allele_share(shares)
    q = 1 - p
    p = p * (1 - mutation) + q * mutation
    q = 1 - p
    raw = [p * p, 2 * p * q, q * q * fitness]
    return [value / sum(raw) for value in raw]


def generations(shares, fitness, mutation, limit):
    history = [round(allele_share(shares), 5)]
    turn = 0
    while turn < limit:
        new = next_generation(shares, fitness, mutation)
        moved = 0.0
        for k in range(len(new)):
            moved += abs(new[k] - shares[k])
        shares = new
        history.append(round(allele_share(shares), 5))
        if moved < 0.0001:
            break
        turn += 1
    return turn, history[-1], max(history) - min(history)
