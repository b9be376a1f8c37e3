# calls: train('low lower lowest newer wider new low low lowish widest renew slower slowest wide'.split(), 6)
from collections import Counter


def pair_counts(vocabulary):
    counts = {}
    for symbols, freq in vocabulary:
        for i in range(len(symbols) - 1):
            pair = (symbols[i], symbols[i + 1])
            if pair in counts:
                counts[pair] += freq
            else:
                counts[pair] = freq
    return counts


def merge(symbols, pair):
    merged = []
    i = 0
    while i < len(symbols):
        if i < len(symbols) - 1 and symbols[i] == pair[0] and symbols[i + 1] == pair[1]:
            merged = merged + [pair[0] + pair[1]]
            i += 2
        else:
            merged = merged + [symbols[i]]
            i += 1
    return merged


def train(words, rounds):
    vocabulary = [(list(word) + ['</w>'], n) for word, n in Counter(words).items()]
    merges = []
    for _ in range(rounds):
        counts = pair_counts(vocabulary)
        if not counts:
            break
        best = max(counts.items(), key=lambda kv: (kv[1], kv[0]))
        merges.append(best[0])
        vocabulary = [(merge(symbols, best[0]), n) for symbols, n in vocabulary]
    return merges, sorted(set(s for symbols, _ in vocabulary for s in symbols))
