# calls: six_frames('ATGGCCATTGTAATGGGCCGCTGAAAGGGTGCCCGATAG' * 6), six_frames('AT')
BASES = 'TCAG'
AMINO = 'FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG'


def codon_letter(codon):
    i = 16 * BASES.index(codon[0]) + 4 * BASES.index(codon[1]) + BASES.index(codon[2])
    return AMINO[i]


def reverse_strand(dna):
    pairs = {'A': 'T', 'T': 'A', 'C': 'G', 'G': 'C'}
    out = ''
    for base in dna:
        out = pairs[base] + out
    return out


def translate(dna, frame):
    protein = ''
    i = frame
    while i + 3 <= len(dna):
        protein += codon_letter(dna[i:i + 3])
        i += 3
    return protein


def six_frames(dna):
    longest = ''
    where = None
    lengths = []
    for strand, text in (('+', dna), ('-', reverse_strand(dna))):
        for frame in range(3):
            protein = translate(text, frame)
            lengths.append(len(protein))
            for piece in protein.split('*'):
                start = piece.find('M')
                if start >= 0 and len(piece) - start > len(longest):
                    longest = piece[start:]
                    where = strand + str(frame)
    return longest, where, lengths
