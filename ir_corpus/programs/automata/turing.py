# calls: run(40)
RULES = {
    ('a', 0): (1, 1, 'b'), ('a', 1): (1, -1, 'c'), ('b', 0): (1, -1, 'a'), ('b', 1): (1, 1, 'b'),
    ('c', 0): (1, -1, 'b'), ('c', 1): (1, 1, 'stop'),
}


def run(limit):
    tape = [0] * 41
    place = 20
    state = 'a'
    steps = 0
    while state != 'stop' and steps < limit:
        rule = RULES[(state, tape[place])]
        tape[place] = rule[0]
        place = place + rule[1]
        state = rule[2]
        steps = steps + 1
    ones = 0
    for cell in tape:
        if cell == 1:
            ones += 1
    picture = ''
    for i in range(len(tape)):
        picture += str(tape[i])
    return steps, ones, picture
