# calls: frequent('ACGTTGCATGTCGCATGATGCATGAGAGCT' * 5, 4, 20), frequent('AAAC', 2, 1)
def reverse_complement(text):
    pairs = {'A': 'T', 'T': 'A', 'C': 'G', 'G': 'C'}
    result = ''
    for base in reversed(text):
        result += pairs[base]
    return result


def frequent(dna, k, least):
    counts = {}
    for i in range(len(dna) - k + 1):
        piece = dna[i:i + k]
        if piece not in counts:
            counts[piece] = 0
        counts[piece] += 1
    both = {}
    for piece in counts:
        other = reverse_complement(piece)
        name = min(piece, other)
        if name not in both:
            both[name] = counts[piece]
            if other in counts and other != piece:
                both[name] += counts[other]
    return [(name, count) for name, count in sorted(both.items()) if count >= least]
