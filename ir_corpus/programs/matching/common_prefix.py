# calls: prefixes(['interstellar', 'internet', 'interval', 'internal', 'integer', 'interview'] * 3)
def common(a, b):
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]:
        n += 1
    return a[:n]


def prefixes(words):
    shortest = words[0]
    counts = {}
    for i in range(len(words)):
        for j in range(i + 1, len(words)):
            prefix = common(words[i], words[j])
            if len(prefix) < len(shortest):
                shortest = prefix
            if prefix in counts:
                counts[prefix] += 1
            else:
                counts[prefix] = 1
    text = ''
    for prefix in sorted(counts.keys()):
        text += prefix + '=' + str(counts[prefix]) + ';'
    return shortest, text
