# calls: assemble(['ATTAGACCTG'[k % 3:] + 'CCTGCCGGAATAC'[:13 - k % 4] for k in range(4)] + ['GCCGGAATACGTTAG', 'ACGTTAGCAATCG', 'GCAATCGGGATT', 'GGGATTACCA', 'CAATCGGGA'], 3), assemble(['AAA'], 1)
def overlap(a, b, least):
    for size in range(min(len(a), len(b)), least - 1, -1):
        if a.endswith(b[:size]):
            return size
    return 0


def drop_contained(reads):
    kept = []
    for i, read in enumerate(reads):
        inside = False
        for j, other in enumerate(reads):
            if i != j and read in other and (read != other or j < i):
                inside = True
        if not inside:
            kept.append(read)
    return kept


def assemble(reads, least):
    pool = drop_contained(reads)
    merged = 0
    while len(pool) > 1:
        best = (0, None, None)
        for a in pool:
            for b in pool:
                if a is not b:
                    size = overlap(a, b, least)
                    if size > best[0]:
                        best = (size, a, b)
        if best[0] == 0:
            break
        size, a, b = best
        pool.remove(a)
        pool.remove(b)
        pool.append(a + b[size:])
        merged += 1
    pool.sort(key=len)
    half = sum(len(p) for p in pool) / 2
    n50 = 0
    covered = 0
    for contig in reversed(pool):
        covered += len(contig)
        if covered >= half:
            n50 = len(contig)
            break
    return pool[-1], len(pool), merged, n50
