# calls: complete(['car', 'card', 'care', 'cat', 'dog', 'do', 'done', 'cart'] * 2, 'ca')
def add(tree, word):
    node = tree
    for letter in word:
        if letter not in node.keys():
            node[letter] = {}
        node = node[letter]
    node['$'] = True


def collect(node, prefix):
    words = []
    if '$' in node:
        words.append(prefix)
    for letter in sorted(node.keys()):
        if letter != '$':
            words = words + collect(node[letter], prefix + letter)
    return words


def complete(words, prefix):
    tree = {}
    for i in range(len(words)):
        add(tree, words[i])
    node = tree
    for letter in prefix:
        node = node[letter]
    return collect(node, prefix)
