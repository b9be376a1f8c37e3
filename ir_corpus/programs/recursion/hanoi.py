# calls: solve(8)
def move(count, source, target, spare, moves):
    if count == 0:
        return
    move(count - 1, source, spare, target, moves)
    moves.append((source, target))
    move(count - 1, spare, target, source, moves)


def solve(count):
    moves = []
    move(count, 'a', 'b', 'c', moves)
    per = {}
    for step in moves:
        if step in per:
            per[step] += 1
        else:
            per[step] = 1
    return len(moves), per
