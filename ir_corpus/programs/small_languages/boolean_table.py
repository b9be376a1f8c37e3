# calls: truth('(a & b | !c) ^ (d > a)'), truth('p & !p'), truth('!(x | y) = (!x & !y)')
class Parser:
    LEVELS = ['=', '>', '^', '|', '&']

    def __init__(self, text):
        self.text = text.replace(' ', '')
        self.at = 0

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ''

    def binary(self, level):
        if level == len(self.LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while self.peek() == self.LEVELS[level]:
            self.at += 1
            left = (self.LEVELS[level], left, self.binary(level + 1))
        return left

    def unary(self):
        ch = self.peek()
        self.at += 1
        if ch == '!':
            return ('!', self.unary())
        if ch == '(':
            inner = self.binary(0)
            self.at += 1
            return inner
        return ch


def value(node, env):
    if isinstance(node, str):
        return env[node]
    if node[0] == '!':
        return not value(node[1], env)
    a, b = value(node[1], env), value(node[2], env)
    if node[0] == '&':
        return a and b
    if node[0] == '|':
        return a or b
    if node[0] == '^':
        return a != b
    if node[0] == '>':
        return b or not a
    return a == b


def truth(text):
    tree = Parser(text).binary(0)
    names = sorted({ch for ch in text if ch.isalpha()})
    rows = []
    for bits in range(2 ** len(names)):
        env = {name: bits >> k & 1 == 1 for k, name in enumerate(names)}
        rows.append(value(tree, env))
    kind = 'always' if all(rows) else 'never' if not any(rows) else 'sometimes'
    return names, ''.join('1' if r else '0' for r in rows), kind
