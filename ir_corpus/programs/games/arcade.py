# calls: level(1500, 5), level(5, 1500)
# calls: collisions(1200, 6), collisions(6, 1200)
# calls: ranking(1300, True), ranking(1300, False)
# calls: bonus(1600, 4), bonus(4, 1600)
# calls: replay(1000, 8), replay(8, 1000)
def damage(shield, blow):
    if blow > shield:
        return blow - shield
    return 0


def level(steps, monsters):
    highest = 0
    for step in range(steps):
        highest = max(highest, step * 19 % 240)
    lost = 0
    for monster in range(monsters):
        lost += damage(monster * 3 % 20, monster * 7 % 30)
    return highest, lost


def collisions(frames, walls):
    hits = 0
    for frame in range(frames):
        if frame % 60 in [5, 11, 23, 37, 41, 59]:
            hits += 1
    heights = [wall * 13 % 50 for wall in range(walls)]
    area = 0
    for place in range(len(heights)):
        area += heights[place] * 16
    return hits, area


def ranking(games, by_best):
    scores = [game * 73 % 1009 for game in range(games)]
    if by_best:
        best = 0
        for score in scores:
            best = max(best, score)
        return best
    good = 0
    for score in scores:
        if score % 10 == 1 or score % 10 == 4 or score % 10 == 7:
            good += 1
    return good


def bonus(coins, lives):
    found = 0
    for coin in range(coins):
        if coin % 24 == 3 or coin % 24 == 8 or coin % 24 == 17:
            found += 1
    weakest = 100
    for life in range(lives):
        weakest = min(weakest, life * 37 % 97)
    return found, weakest


def replay(moves, keys):
    path = [move * 11 % 64 for move in range(moves)]
    far = 0
    for place in range(len(path)):
        far += path[place]
    pressed = 0
    for key in range(keys):
        pressed += damage(12, key * 5 % 31)
    return far, pressed
