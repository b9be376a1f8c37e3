# calls: transcribe('ATGCGTACGTTAGC' * 25)
# calls: reverse_complement('ATGCCGTANN' * 20)
def transcribe(strand):
    result = ''
    for i in range(len(strand)):
        letter = strand[i]
        if letter == 'T':
            result = result + 'U'
        elif letter in ['A', 'C', 'G']:
            result = result + letter
        else:
            result = result + '?'
    return result


def reverse_complement(strand):
    pairs = {'A': 'T', 'T': 'A', 'C': 'G', 'G': 'C'}
    result = []
    i = len(strand) - 1
    while i >= 0:
        if strand[i] in pairs.keys():
            result.append(pairs[strand[i]])
        else:
            result.append('N')
        i = i - 1
    text = ''
    for letter in result:
        text += letter
    return text
