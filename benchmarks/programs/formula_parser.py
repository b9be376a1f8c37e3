"""Tokenize, parse, simplify and evaluate formulas."""

from dataclasses import dataclass


@dataclass
class Number:
    value: float

    def evaluate(self, variables):
        return self.value

    def __str__(self):
        return f"{self.value:g}"


@dataclass
class Variable:
    name: str

    def evaluate(self, variables):
        return variables[self.name]

    def __str__(self):
        return self.name


@dataclass
class Binary:
    operator: str
    left: object
    right: object

    def evaluate(self, variables):
        a = self.left.evaluate(variables)
        b = self.right.evaluate(variables)
        if self.operator == "+":
            return a + b
        if self.operator == "-":
            return a - b
        if self.operator == "*":
            return a * b
        return a / b

    def __str__(self):
        return f"({self.left} {self.operator} {self.right})"


def make(operator, left, right):
    zero = Number(0)
    one = Number(1)
    if operator == "*" and (left == zero or right == zero):
        return zero
    if operator in "*/" and right == one:
        return left
    if operator == "+" and left == zero:
        return right
    if operator in "+-" and right == zero:
        return left
    if isinstance(left, Number) and isinstance(right, Number):
        return Number(Binary(operator, left, right).evaluate({}))
    return Binary(operator, left, right)


def tokenize(text):
    tokens = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            tokens.append(text[start:i])
        elif c.isalpha() or c in "+-*/()":
            tokens.append(c)
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
    return tokens


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.position = 0

    def peek(self):
        if self.position < len(self.tokens):
            return self.tokens[self.position]
        return None

    def advance(self):
        token = self.peek()
        self.position += 1
        return token

    def expression(self):
        node = self.term()
        while self.peek() in ("+", "-"):
            node = make(self.advance(), node, self.term())
        return node

    def term(self):
        node = self.factor()
        while self.peek() in ("*", "/"):
            node = make(self.advance(), node, self.factor())
        return node

    def factor(self):
        token = self.advance()
        if token == "(":
            node = self.expression()
            if self.advance() != ")":
                raise SyntaxError("missing )")
            return node
        if token is None:
            raise SyntaxError("unexpected end")
        return Number(float(token)) if token[0].isdigit() else Variable(token)


FORMULAS = ["x * x - 3 * x + 2", "(x + 1) * (y - 2) / (x * x + 1)", "2 * (3 + 4) * x - 0", "x * y + (7", "x $ 2"]


def run():
    total = 0.0
    errors = 0
    texts = []
    for text in FORMULAS * 60:
        try:
            tree = Parser(tokenize(text)).expression()
        except SyntaxError:
            errors += 1
            continue
        texts.append(str(tree))
        for step in range(24):
            total += tree.evaluate({"x": step / 4, "y": step - 3})
    return round(total, 8), errors, sum(map(len, texts)), texts[:3]
