# calls: complete(['s' + 'tar'[i % 3] + 'eno'[i // 3 % 3] + 'xyzw'[i % 4] * (i % 3) for i in range(120)], ['s', 'st', 'sae', 'q', 'sto'], 4)
# calls: complete(['to', 'tea', 'ten', 'inn'], ['te', ''], 2)
class Node:
    def __init__(self):
        self.children = {}
        self.count = 0

    def insert(self, word):
        node = self
        for letter in word:
            if letter not in node.children:
                node.children[letter] = Node()
            node = node.children[letter]
        node.count += 1

    def find(self, prefix):
        node = self
        for letter in prefix:
            node = node.children.get(letter)
            if node is None:
                return None
        return node

    def collect(self, prefix):
        found = []
        if self.count > 0:
            found.append((-self.count, prefix))
        for letter in sorted(self.children):
            found += self.children[letter].collect(prefix + letter)
        return found

    def size(self):
        return 1 + sum(child.size() for child in self.children.values())


def complete(words, prefixes, most):
    root = Node()
    for word in words:
        root.insert(word)
    answers = {}
    for prefix in prefixes:
        node = root.find(prefix)
        if node is None:
            answers[prefix] = []
        else:
            answers[prefix] = [word for _, word in sorted(node.collect(prefix))[:most]]
    return answers, root.size()
