# calls: plan([[(r * 5 + c * 3) % 7 > 3 for c in range(10)] for r in range(10)], 2, 5)
# calls: plan([[True, False], [False, False]], 1, 1)
class District:
    def __init__(self, number):
        self.number = number
        self.cells = []

    def add(self, votes_red):
        self.cells.append(votes_red)

    @property
    def red(self):
        return sum([1 for cell in self.cells if cell])

    @property
    def margin(self):
        return 2 * self.red - len(self.cells)


def wasted(district):
    # all votes of the loser, and what the winner had more than needed
    half = len(district.cells) // 2 + 1
    if district.margin > 0:
        return district.red - half, len(district.cells) - district.red
    return district.red, len(district.cells) - district.red - half


def plan(town, height, width):
    districts = {}
    across = len(town[0]) // width
    for r in range(len(town)):
        for c in range(len(town[0])):
            number = r // height * across + c // width
            if number not in districts:
                districts[number] = District(number)
            districts[number].add(town[r][c])
    won = 0
    gap = 0
    close = []
    for number in sorted(districts):
        if districts[number].margin > 0:
            won += 1
        if abs(districts[number].margin) <= 1:
            close.append(number)
        gap += wasted(districts[number])[1] - wasted(districts[number])[0]
    votes = 0
    for row in town:
        votes += row.count(True)
    return won, votes / (len(town) * len(town[0])), gap, close
