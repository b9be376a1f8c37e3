# calls: describe('AABABBBAABAB' * 40, 'AB'), describe('ABAB', 'AB'), stacking('ABCABACABCBCABC' * 40)
def expected(pattern, i):
    return pattern[i % len(pattern)]


def describe(chain, pattern):
    wrong = []
    for i in range(len(chain)):
        if chain[i] != expected(pattern, i):
            wrong.append(i)
    clusters = []
    for position in wrong:
        if len(clusters) > 0 and clusters[-1][-1] == position - 1:
            clusters[-1].append(position)
        else:
            clusters.append([position])
    longest = 0
    for cluster in clusters:
        longest = max(longest, len(cluster))
    return len(wrong), len(clusters), longest, len(wrong) / len(chain)


def stacking(layers):
    kinds = {'cubic': 0, 'hexagonal': 0, 'fault': 0}
    marks = ''
    for i in range(1, len(layers) - 1):
        below = layers[i - 1]
        above = layers[i + 1]
        if layers[i] == below or layers[i] == above:
            kinds['fault'] += 1
            marks += '!'
        elif below == above:
            kinds['hexagonal'] += 1
            marks += 'h'
        else:
            kinds['cubic'] += 1
            marks += 'k'
    return kinds, marks.count('hk'), marks[:12]
