# calls: summary(' '.join('the cat' + ' sat' * (i % 7) + '.!?'[i % 3] for i in range(120))), summary('One. Two words! Is this three?'), summary('no end here')
def split_sentences(text):
    sentences = []
    current = ''
    for ch in text:
        if ch == '.' or ch == '!' or ch == '?':
            if current.strip() != '':
                sentences.append((current.strip(), ch))
            current = ''
        else:
            current = current + ch
    if current.strip() != '':
        sentences.append((current.strip(), ''))
    return sentences


def count_words(sentence):
    inside = False
    n = 0
    for ch in sentence:
        if ch == ' ':
            inside = False
        elif not inside:
            inside = True
            n += 1
    return n


def median(values):
    values = sorted(values)
    half = len(values) // 2
    if len(values) % 2 == 1:
        return values[half]
    return (values[half - 1] + values[half]) / 2


def summary(text):
    lengths = []
    by_end = {}
    for sentence, end in split_sentences(text):
        n = count_words(sentence)
        lengths.append(n)
        if end not in by_end:
            by_end[end] = []
        by_end[end].append(n)
    averages = {}
    for end in by_end:
        averages[end] = sum(by_end[end]) / len(by_end[end])
    return min(lengths), max(lengths), median(lengths), averages
