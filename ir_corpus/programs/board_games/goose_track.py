# calls: many_games(4, 63, 25, 99), many_games(1, 12, 2, 5)
GEESE = (5, 9, 14, 18, 23, 27, 32, 36, 41, 45, 50, 54, 59)
SPECIAL = {6: 12, 42: 30, 58: 0}
PAUSE = {19: 1, 31: 2, 52: 2}


class Dice:
    def __init__(self, seed):
        self.x = seed

    def roll(self):
        self.x = (self.x * 16807) % 2147483647
        return self.x % 6 + 1


def land(place, goal, thrown):
    while True:
        if place > goal:
            place = 2 * goal - place
            thrown = -thrown
        if place in GEESE and place != goal:
            place += thrown
            continue
        if place in SPECIAL:
            return SPECIAL[place]
        return place


def one_game(players, goal, dice):
    places = [0] * players
    waiting = [0] * players
    turn = 0
    while turn < 400:
        for p in range(players):
            if waiting[p] > 0:
                waiting[p] -= 1
                continue
            thrown = dice.roll() + dice.roll()
            places[p] = land(places[p] + thrown, goal, thrown)
            waiting[p] = PAUSE.get(places[p], 0)
            if places[p] == goal:
                return p, turn
        turn += 1
    return -1, turn


def many_games(players, goal, games, seed):
    dice = Dice(seed)
    wins = {}
    turns = []
    for g in range(games):
        winner, length = one_game(players, goal, dice)
        wins[winner] = wins.get(winner, 0) + 1
        turns.append(length)
    return sorted(wins.items()), min(turns), max(turns), sum(turns) / games
