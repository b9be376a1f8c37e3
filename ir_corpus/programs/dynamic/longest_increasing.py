# calls: longest([i * 37 % 101 for i in range(45)])
def longest(values):
    lengths = [1] * len(values)
    for i in range(len(values)):
        for j in range(i):
            if values[j] < values[i] and lengths[j] + 1 > lengths[i]:
                lengths[i] = lengths[j] + 1
    best = 0
    for i in range(len(lengths)):
        best = max(best, lengths[i])
    ends = []
    for i in range(len(lengths)):
        if lengths[i] == best:
            ends.append(values[i])
    return best, ends
