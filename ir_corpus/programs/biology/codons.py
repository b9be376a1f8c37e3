# calls: translate('ATGGCCATTGTAATGGGCCGCTGAAAGGGTGCCCGATAG' * 5)
TABLE = {
    'ATG': 'M', 'GCC': 'A', 'ATT': 'I', 'GTA': 'V', 'GGC': 'G', 'CGC': 'R', 'TGA': '*', 'AAG': 'K', 'GGT': 'G',
    'CGA': 'R', 'TAG': '*',
}


def is_stop(codon):
    return codon == 'TAA' or codon == 'TAG' or codon == 'TGA'


def translate(genome):
    protein = []
    stops = 0
    for i in range(0, len(genome) - 2, 3):
        codon = genome[i:i + 3]
        if is_stop(codon):
            stops = stops + 1
        if codon in TABLE.keys():
            protein.append(TABLE[codon])
        else:
            protein.append('X')
    return ''.join([letter for letter in protein]), stops
