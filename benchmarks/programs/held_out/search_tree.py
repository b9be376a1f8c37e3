"""A binary search tree with insertion, removal, traversal and range queries."""

from __future__ import annotations

from typing import Iterator, Optional


class TreeNode:
    def __init__(self, key: int, value: str) -> None:
        self.key = key
        self.value = value
        self.left: Optional[TreeNode] = None
        self.right: Optional[TreeNode] = None


class SearchTree:
    def __init__(self) -> None:
        self.root: Optional[TreeNode] = None
        self.size = 0

    def insert(self, key: int, value: str) -> None:
        if self.root is None:
            self.root = TreeNode(key, value)
            self.size = 1
            return
        current = self.root
        while True:
            if key == current.key:
                current.value = value
                return
            if key < current.key:
                if current.left is None:
                    current.left = TreeNode(key, value)
                    break
                current = current.left
            else:
                if current.right is None:
                    current.right = TreeNode(key, value)
                    break
                current = current.right
        self.size += 1

    def find(self, key: int) -> Optional[str]:
        current = self.root
        while current is not None:
            if key == current.key:
                return current.value
            elif key < current.key:
                current = current.left
            else:
                current = current.right
        return None

    def height(self) -> int:
        return self._height(self.root)

    def _height(self, node: Optional[TreeNode]) -> int:
        if node is None:
            return 0
        return 1 + max(self._height(node.left), self._height(node.right))

    def __iter__(self) -> Iterator[int]:
        yield from self._walk(self.root)

    def _walk(self, node: Optional[TreeNode]) -> Iterator[int]:
        if node is not None:
            yield from self._walk(node.left)
            yield node.key
            yield from self._walk(node.right)

    def count_between(self, low: int, high: int) -> int:
        def count(node: Optional[TreeNode]) -> int:
            if node is None:
                return 0
            if node.key < low:
                return count(node.right)
            if node.key > high:
                return count(node.left)
            return 1 + count(node.left) + count(node.right)

        return count(self.root)

    def remove(self, key: int) -> None:
        self.root = self._remove(self.root, key)

    def _remove(self, node: Optional[TreeNode], key: int) -> Optional[TreeNode]:
        if node is None:
            return None
        if key < node.key:
            node.left = self._remove(node.left, key)
        elif key > node.key:
            node.right = self._remove(node.right, key)
        else:
            self.size -= 1
            if node.left is None:
                return node.right
            if node.right is None:
                return node.left
            successor = node.right
            while successor.left is not None:
                successor = successor.left
            node.key = successor.key
            node.value = successor.value
            self.size += 1
            node.right = self._remove(node.right, successor.key)
        return node


def run() -> tuple[int, int, int, int, int, int]:
    tree = SearchTree()
    key = 1
    for i in range(1500):
        key = key * 211 % 10007
        tree.insert(key, "value " + str(i))
    before = tree.height()
    hits = 0
    for wanted in range(0, 10007, 5):
        if tree.find(wanted) is not None:
            hits += 1
    middle = tree.count_between(2500, 7500)
    for wanted in range(0, 10007, 3):
        tree.remove(wanted)
    checksum = 0
    for position, key in enumerate(tree):
        checksum += position * key
    return before, tree.height(), tree.size, hits, middle, checksum
