# calls: distances(['ATGCATGCAT', 'ATGGATGCAA', 'TTGCATCCAT', 'ATGCAAGGAT', 'CTGCATGCAT'])
def differences(a, b):
    count = 0
    for i in range(min(len(a), len(b))):
        if a[i] != b[i]:
            count += 1
    return count


def distances(strands):
    size = len(strands)
    table = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            if i != j:
                table[i][j] = differences(strands[i], strands[j]) / len(strands[i])
    total = 0.0
    for i in range(size):
        for j in range(size):
            total = total + table[i][j]
    return table, total / (size * size)
