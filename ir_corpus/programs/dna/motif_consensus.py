# calls: find_motif(['ACGTTGACATGCAAC', 'TTGACTTCCGGAACA', 'GGCATTGACGTACCA', 'CCTTGATACAGGTCA', 'AATCGTTGACAGTCC'], 6), find_motif(['AAA', 'TTT'], 2)
def profile(windows):
    k = len(windows[0])
    table = {}
    for base in 'ACGT':
        table[base] = [1] * k
    for w in windows:
        for i in range(k):
            table[w[i]][i] += 1
    return table


def likely(text, k, table):
    best, best_score = text[:k], -1
    for i in range(len(text) - k + 1):
        s = 1
        for j in range(k):
            s *= table[text[i + j]][j]
        if s > best_score:
            best, best_score = text[i:i + k], s
    return best


def consensus(windows):
    out = ''
    distance = 0
    for column in zip(*windows):
        base = max('ACGT', key=column.count)
        out += base
        distance += len(column) - column.count(base)
    return out, distance


def find_motif(texts, k):
    answer = None
    for i in range(len(texts[0]) - k + 1):
        windows = [texts[0][i:i + k]]
        for text in texts[1:]:
            windows.append(likely(text, k, profile(windows)))
        word, distance = consensus(windows)
        if answer is None or distance < answer[1]:
            answer = (word, distance, windows)
    return answer
