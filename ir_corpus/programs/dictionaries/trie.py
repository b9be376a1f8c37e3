# calls: complete(['car', 'card', 'care', 'cat', 'dog', 'do', 'door', 'cart', 'delta', 'alpha', 'carton', 'dormant'] * 18, ['ca', 'do', 'x', '', 'car'])
class Node:
    def __init__(self):
        self.children = {}
        self.count = 0


def insert(root, word):
    node = root
    for letter in word:
        if letter not in node.children:
            node.children[letter] = Node()
        node = node.children[letter]
    node.count += 1


def words_below(node, prefix):
    found = []
    if node.count > 0:
        found.append((prefix, node.count))
    for letter in sorted(node.children):
        found += words_below(node.children[letter], prefix + letter)
    return found


def descend(root, prefix):
    node = root
    for letter in prefix:
        if letter not in node.children:
            return None
        node = node.children[letter]
    return node


def complete(words, prefixes):
    root = Node()
    for word in words:
        insert(root, word)
    answers = {}
    for prefix in prefixes:
        node = descend(root, prefix)
        if node is None:
            answers[prefix] = 'none'
            continue
        text = ''
        for word, count in sorted(words_below(node, prefix), key=lambda found: -found[1]):
            text += word + '(' + str(count) + ') '
        answers[prefix] = text
    return answers
