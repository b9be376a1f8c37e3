# calls: ruin(10, 4, 0.48, 30, 3), ruin(6, 3, 0.5, 60, 17)
# calls: ruin(25, 20, 0.45, 15, 8)
def exact(goal, start, p):
    q = 1 - p
    if p == q:
        return 1 - start / goal
    r = q / p
    return (r ** start - r ** goal) / (1 - r ** goal)


def sweep(goal, p, rounds):
    chance = [1.0] + [0.0] * goal
    for _ in range(rounds):
        for money in range(1, goal):
            chance[money] = p * chance[money + 1] + (1 - p) * chance[money - 1]
    return chance


def coin(seed):
    while True:
        seed = seed * 16807 % 2147483647
        yield seed / 2147483647


def play(goal, start, p, source):
    money = start
    bets = 0
    while 0 < money < goal:
        if next(source) < p:
            money += 1
        else:
            money -= 1
        bets += 1
    return money == 0, bets


def ruin(goal, start, p, games, seed):
    source = coin(seed)
    outcomes = [play(goal, start, p, source) for _ in range(games)]
    broke = sum(1 for lost, _ in outcomes if lost)
    longest = max(bets for _, bets in outcomes)
    return round(exact(goal, start, p), 5), round(sweep(goal, p, 40)[start], 5), broke / games, longest
