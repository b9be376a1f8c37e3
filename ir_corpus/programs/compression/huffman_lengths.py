# calls: lengths('it was the best of times, it was the worst of times' * 3)
def frequencies(text):
    counts = {}
    for letter in text:
        if letter in counts:
            counts[letter] = counts[letter] + 1
        else:
            counts[letter] = 1
    return counts


def lengths(text):
    counts = frequencies(text)
    nodes = []
    for letter in counts:
        nodes = nodes + [(counts[letter], [letter])]
    depth = {}
    for letter in counts:
        depth[letter] = 0
    while len(nodes) > 1:
        nodes = sorted(nodes, key=lambda node: node[0])
        first = nodes[0]
        second = nodes[1]
        for letter in first[1] + second[1]:
            depth[letter] += 1
        nodes = nodes[2:] + [(first[0] + second[0], first[1] + second[1])]
    bits = 0
    for letter in counts.keys():
        bits += counts[letter] * depth[letter]
    return bits
