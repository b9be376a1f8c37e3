# calls: settle([[i * 3.0 % 17, i * 5.0 % 13] for i in range(24)], 3)
class Bot:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.moved = 0.0

    def distance_to(self, other):
        dx = self.x - other.x
        dy = self.y - other.y
        return (dx * dx + dy * dy) ** 0.5

    def step(self, dx, dy):
        self.x += dx
        self.y += dy
        self.moved += abs(dx) + abs(dy)


def clamp(value, low, high):
    return max(low, min(high, value))


def settle(places, rounds):
    bots = [Bot(x, y) for x, y in places]
    crowded = 0
    for _ in range(rounds):
        for bot in bots:
            push_x = 0.0
            push_y = 0.0
            for other in bots:
                if other is bot:
                    continue
                gap = bot.distance_to(other)
                if gap < 4.0 and gap > 0:
                    crowded += 1
                    push_x += (bot.x - other.x) / gap
                    push_y += (bot.y - other.y) / gap
            bot.step(clamp(push_x, -0.5, 0.5), clamp(push_y, -0.5, 0.5))
    return [(round(b.x, 3), round(b.y, 3)) for b in bots][:4], crowded, round(sum(b.moved for b in bots), 6)
