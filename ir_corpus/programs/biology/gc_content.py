# calls: windows('ATGCGCGATATTAGCGCGATGCATGC' * 6, 20)
def gc_share(piece):
    count = 0
    for i in range(len(piece)):
        if piece[i] == 'G' or piece[i] == 'C':
            count += 1
    return count / len(piece)


def windows(genome, width):
    shares = []
    start = 0
    while start + width <= len(genome):
        shares.append(gc_share(genome[start:start + width]))
        start += 1
    best = 0
    for i in range(len(shares)):
        if shares[i] > shares[best]:
            best = i
    return best, shares[best]
