# calls: routine(3, 40), routine(4, 97), routine(2, 1)
def ascending(n, width):
    return int(''.join(sorted(str(n).zfill(width))))


def descending(n, width):
    return int(''.join(sorted(str(n).zfill(width), reverse=True)))


def chain(n, width):
    seen = []
    while n not in seen:
        seen.append(n)
        n = descending(n, width) - ascending(n, width)
    return seen, seen[seen.index(n):]


def routine(width, step):
    ends = {}
    longest = []
    for n in range(10 ** (width - 1), 10 ** width, step):
        path, loop = chain(n, width)
        key = min(loop)
        if key in ends.keys():
            ends[key] = ends[key] + 1
        else:
            ends[key] = 1
        if len(path) > len(longest):
            longest = path
    return ends, longest
