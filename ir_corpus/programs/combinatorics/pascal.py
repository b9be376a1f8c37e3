# calls: odd_pattern(16), odd_pattern(3)
def choose(n, k):
    if k < 0 or k > n:
        return 0
    result = 1
    for i in range(1, k + 1):
        result = result * (n - k + i) // i
    return result


def odd_pattern(size):
    picture = []
    odd = 0
    largest = 0
    for n in range(size):
        line = ' ' * (size - n - 1)
        for k in range(n + 1):
            if choose(n, k) % 2 == 1:
                odd += 1
                line += '* '
            else:
                line += '. '
            largest = max(largest, choose(n, k))
        assert sum(choose(n, k) for k in range(n + 1)) == 2 ** n
        picture.append(line.rstrip())
    return picture, odd / (size * (size + 1) / 2), largest
