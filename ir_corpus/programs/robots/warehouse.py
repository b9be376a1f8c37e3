# calls: play(['#######', '#..o..#', '#.o.o.#', '#..@..#', '#.o...#', '#######'], 'UURRDDLLUDLRUULLDDRRUULR' * 18)
def find(plan, mark):
    places = []
    for r in range(len(plan)):
        for c in range(len(plan[r])):
            if plan[r][c] == mark:
                places.append((r, c))
    return places


def delta(move):
    if move == 'U':
        return -1, 0
    elif move == 'D':
        return 1, 0
    elif move == 'L':
        return 0, -1
    return 0, 1


def play(plan, moves):
    walls = find(plan, '#')
    boxes = find(plan, 'o')
    r, c = find(plan, '@')[0]
    pushes = 0
    blocked = 0
    for move in moves:
        dr, dc = delta(move)
        ahead = (r + dr, c + dc)
        if ahead in walls:
            blocked += 1
            continue
        if ahead in boxes:
            beyond = (r + 2 * dr, c + 2 * dc)
            if beyond in walls or beyond in boxes:
                blocked += 1
                continue
            boxes[boxes.index(ahead)] = beyond
            pushes += 1
        r, c = ahead
    return sum(100 * b[0] + b[1] for b in boxes), pushes, blocked
