# calls: proteins('ATGGCCATTGTAATGGGCCGCTGAAAGGGTGCCCGATAGATGTTTTAA' * 8)
CODONS = {'AUG': 'M', 'GCC': 'A', 'AUU': 'I', 'GUA': 'V', 'GGC': 'G', 'CGC': 'R', 'AAG': 'K', 'GGU': 'G', 'CGA': 'R',
          'UUU': 'F', 'UGA': '*', 'UAG': '*', 'UAA': '*'}


def transcribe(dna):
    rna = ''
    for base in dna:
        if base == 'T':
            rna += 'U'
        else:
            rna += base
    return rna


def translate(rna, start):
    protein = ''
    place = start
    while place + 3 <= len(rna):
        letter = CODONS.get(rna[place:place + 3], '?')
        if letter == '*':
            return protein
        protein += letter
        place += 3
    return None


def proteins(dna):
    rna = transcribe(dna)
    found = []
    for start in range(len(rna) - 2):
        if rna[start:start + 3] == 'AUG':
            protein = translate(rna, start)
            if protein is not None and protein not in found:
                found.append(protein)
    return sorted(found, key=len)
