# calls: capture_run(9, [(i * 5 % 9, i * 7 % 8 + i % 2) for i in range(62)]), capture_run(3, [(0, 0), (0, 1), (2, 2), (1, 0)])
def around(size, x, y):
    near = []
    if x > 0:
        near.append((x - 1, y))
    if y > 0:
        near.append((x, y - 1))
    if x < size - 1:
        near.append((x + 1, y))
    if y < size - 1:
        near.append((x, y + 1))
    return near


def group_at(stones, size, point):
    colour = stones[point]
    group = [point]
    liberties = []
    for p in group:
        for q in around(size, p[0], p[1]):
            if q not in stones:
                if q not in liberties:
                    liberties.append(q)
            elif stones[q] == colour and q not in group:
                group.append(q)
    return group, liberties


def capture_run(size, moves):
    stones = {}
    taken = {'B': 0, 'W': 0}
    illegal = 0
    colour = 'B'
    for move in moves:
        if move in stones:
            illegal += 1
            continue
        stones[move] = colour
        for q in around(size, move[0], move[1]):
            if q in stones and stones[q] != colour:
                group, liberties = group_at(stones, size, q)
                if not liberties:
                    for dead in group:
                        del stones[dead]
                    taken[colour] += len(group)
        if not group_at(stones, size, move)[1]:
            del stones[move]
            illegal += 1
            continue
        colour = 'W' if colour == 'B' else 'B'
    picture = []
    for y in range(size):
        picture.append(''.join(stones.get((x, y), '.') for x in range(size)))
    return picture, taken, illegal
