"""Huffman codes: build the tree, encode a text, decode it again."""

import heapq

WORDS = "she sells sea shells by the sea shore the shells she sells are surely seashells".split()


class Node:
    def __init__(self, symbol, weight, left=None, right=None):
        self.symbol = symbol
        self.weight = weight
        self.left = left
        self.right = right

    def __lt__(self, other):
        if self.weight != other.weight:
            return self.weight < other.weight
        return self.smallest() < other.smallest()

    def smallest(self):
        if self.symbol is not None:
            return self.symbol
        return min(self.left.smallest(), self.right.smallest())

    def is_leaf(self):
        return self.left is None and self.right is None


def make_text(count):
    words = []
    for i in range(count):
        words.append(WORDS[(i * i + 3 * i) % len(WORDS)])
    return " ".join(words)


def frequencies(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    return counts


def build_tree(counts):
    heap = [Node(symbol, weight) for symbol, weight in counts.items()]
    heapq.heapify(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        heapq.heappush(heap, Node(None, a.weight + b.weight, a, b))
    return heap[0]


def assign_codes(node, prefix="", codes=None):
    if codes is None:
        codes = {}
    if node.is_leaf():
        codes[node.symbol] = prefix or "0"
    else:
        assign_codes(node.left, prefix + "0", codes)
        assign_codes(node.right, prefix + "1", codes)
    return codes


def encode(text, codes):
    bits = ""
    for c in text:
        bits += codes[c]
    return bits


def decode(bits, tree):
    output = []
    node = tree
    for bit in bits:
        if bit == "0":
            node = node.left
        else:
            node = node.right
        if node.is_leaf():
            output.append(node.symbol)
            node = tree
    return "".join(output)


def run():
    text = make_text(4500)
    counts = frequencies(text)
    tree = build_tree(counts)
    codes = assign_codes(tree)
    bits = encode(text, codes)
    ratio = len(bits) / (8 * len(text))
    return len(text), len(bits), round(ratio, 6), codes["s"], codes["y"], decode(bits, tree) == text
