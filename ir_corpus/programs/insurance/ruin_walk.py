# calls: ruin_share(40, 25.0, 3.3, 40), ruin_share(5, 0.0, 1.0, 10)
def lcg(seed):
    while True:
        seed = (seed * 69069 + 1) % 4294967296
        yield seed / 4294967296


def claim_size(u):
    if u < 0.8:
        return 1 + 2 * u
    if u < 0.98:
        return 6 + 10 * (u - 0.8)
    return 40.0


def one_company(numbers, capital, income, months):
    lowest = capital
    for month in range(months):
        capital += income
        while next(numbers) < 0.5:
            capital -= claim_size(next(numbers))
        lowest = min(lowest, capital)
        if capital < 0:
            return month, lowest
    return None, lowest


def ruin_share(companies, capital, income, months):
    numbers = lcg(2024)
    ruined_in = []
    worst = capital
    for _ in range(companies):
        month, lowest = one_company(numbers, capital, income, months)
        if month is not None:
            ruined_in.append(month)
        worst = min(worst, lowest)
    early = len([m for m in ruined_in if m < months / 4])
    return len(ruined_in) / companies, early, round(worst, 4)
