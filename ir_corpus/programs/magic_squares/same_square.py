# calls: families([[[8, 1, 6], [3, 5, 7], [4, 9, 2]], [[4, 9, 2], [3, 5, 7], [8, 1, 6]], [[2, 7, 6], [9, 5, 1], [4, 3, 8]]] * 9)
# calls: families([[[(i * r + c * 3) % 11 for c in range(4)] for r in range(4)] for i in range(24)]), families([[[7]]])
def rotated(square):
    return [list(row) for row in zip(*square[::-1])]


def mirrored(square):
    return [row[::-1] for row in square]


def views(square):
    result = []
    for _ in range(4):
        result.append(square)
        result.append(mirrored(square))
        square = rotated(square)
    return result


def standard(square):
    best = square
    for view in views(square):
        if view < best:
            best = view
    return best


def associated(square):
    n = len(square)
    pair = square[0][0] + square[-1][-1]
    return all(square[r][c] + square[n - 1 - r][n - 1 - c] == pair for r in range(n) for c in range(n))


def families(squares):
    groups = []
    for number, square in enumerate(squares):
        key = standard(square)
        for group in groups:
            if group['key'] == key:
                group['members'].append(number)
                break
        else:
            groups.append({'key': key, 'members': [number], 'views': 1})
    for group in groups:
        different = []
        for view in views(group['key']):
            if view not in different:
                different.append(view)
        group['views'] = len(different)
        group['associated'] = associated(group['key'])
    return groups
