# calls: ratings(['ann', 'bob', 'cyd', 'dan', 'eve'], [(i * 3 % 5, (i * 7 + 1) % 5, i % 3) for i in range(90)], 24)
def expected(mine, other):
    return 1 / (1 + 10 ** ((other - mine) / 400))


def ratings(players, games, k):
    rating = {}
    for player in players:
        rating[player] = 1500.0
    upsets = 0
    for a, b, outcome in games:
        if a == b:
            continue
        one = players[a]
        two = players[b]
        score = [1.0, 0.5, 0.0][outcome]
        chance = expected(rating[one], rating[two])
        if (chance > 0.5 and score == 0.0) or (chance < 0.5 and score == 1.0):
            upsets += 1
        rating[one] = rating[one] + k * (score - expected(rating[one], rating[two]))
        rating[two] = rating[two] - k * (score - chance)
    best = max(rating, key=lambda player: rating[player])
    return best, upsets, {player: round(rating[player], 1) for player in rating}
