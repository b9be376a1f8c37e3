# calls: cover([[1, 2, 3], [2, 4], [3, 4, 5], [5, 6], [1, 6, 7], [7, 8]], 8)
def cover(groups, limit):
    left = set(range(1, limit + 1))
    chosen = []
    while len(left) > 0:
        best = None
        most = 0
        for i in range(len(groups)):
            count = 0
            for item in groups[i]:
                if item in left:
                    count += 1
            if count > most:
                best = i
                most = count
        chosen.append(best)
        for item in groups[best]:
            left.discard(item)
    return chosen
