# calls: digest('GAATTCCGGATCCTTAAGCTTGCGGCCGCATGAATTCAAGCTTT' * 7, ['EcoRI', 'BamHI', 'HindIII', 'NotI'], True), digest('GGATCC', ['BamHI'], False)
ENZYMES = {'EcoRI': ('GAATTC', 1), 'BamHI': ('GGATCC', 1), 'HindIII': ('AAGCTT', 1), 'NotI': ('GCGGCCGC', 2)}


def cut_sites(dna, enzyme, circular):
    site, offset = ENZYMES[enzyme]
    text = dna + dna[:len(site) - 1] if circular else dna
    found = []
    for i in range(len(text) - len(site) + 1):
        if text[i:i + len(site)] == site:
            found.append((i + offset) % len(dna))
    return found


def fragments(length, cuts, circular):
    if not cuts:
        return [length]
    sizes = []
    for a, b in zip(cuts, cuts[1:]):
        sizes.append(b - a)
    if circular:
        sizes.append(length - cuts[-1] + cuts[0])
    else:
        sizes = [cuts[0]] + sizes + [length - cuts[-1]]
    return [s for s in sizes if s > 0]


def gel(lanes, bands):
    rows = []
    for low in range(0, bands * 20, 20):
        rows.append(' '.join('==' if any(low <= s < low + 20 for s in lane) else '  ' for lane in lanes))
    return rows


def digest(dna, enzymes, circular):
    lanes = []
    single = {}
    for e in enzymes:
        cuts = cut_sites(dna, e, circular)
        single[e] = len(cuts)
        lanes.append(fragments(len(dna), cuts, circular))
    for a in range(len(enzymes)):
        for b in range(a + 1, len(enzymes)):
            cuts = sorted(cut_sites(dna, enzymes[a], circular) + cut_sites(dna, enzymes[b], circular))
            lanes.append(fragments(len(dna), cuts, circular))
    return single, [sorted(l)[-1] for l in lanes], gel(lanes, 12)
