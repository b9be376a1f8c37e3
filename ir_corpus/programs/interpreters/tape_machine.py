# calls: machine({('A', 0): (1, 1, 'B'), ('A', 1): (1, -1, 'B'), ('B', 0): (1, -1, 'A'), ('B', 1): (0, -1, 'C'), ('C', 0): (1, 1, 'H'), ('C', 1): (1, -1, 'D'), ('D', 0): (1, 1, 'D'), ('D', 1): (0, 1, 'A')}, 'A', 4000)
# calls: machine({('A', 0): (1, 1, 'A')}, 'A', 50), machine({('A', 0): (1, 1, 'B'), ('B', 0): (1, -1, 'A'), ('A', 1): (1, 1, 'H')}, 'A', 90)
def span(tape):
    cells = [cell for cell in tape if tape[cell] == 1]
    if cells == []:
        return 0
    return max(cells) - min(cells) + 1


def picture(tape):
    low = min(tape)
    high = max(tape)
    text = ''
    for cell in range(low, high + 1):
        if cell in tape and tape[cell] == 1:
            text += '1'
        else:
            text += '.'
    return text


def machine(rules, state, limit):
    tape = {0: 0}
    head = 0
    visits = {}
    steps = 0
    while state != 'H' and steps < limit:
        if head not in tape:
            tape[head] = 0
        symbol = tape[head]
        if (state, symbol) not in rules:
            return 'stuck', steps, picture(tape)
        write, move, following = rules[(state, symbol)]
        visits[state] = visits.get(state, 0) + 1
        tape[head] = write
        head = head + move
        state = following
        steps = steps + 1
    ones = sum(tape.values())
    return state, steps, ones, span(tape), picture(tape), visits
