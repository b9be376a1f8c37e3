"""
What the uses of variables in a loop suggest about their types: guesses worth a check, never facts.

A variable's items are reached by paths: in `for row in grid: total += row[j]`, `row` is `grid` at
depth 1 and `row[j]` is `grid` at depth 2. What is done with the object at each depth is evidence
for its type.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from noodlecore_trm.ir.facts.atoms import ANYTHING, NUMBERS, type_name
from noodlecore_trm.ir.facts.builtins import STR_METHODS
from noodlecore_trm.ir.facts.checks import Levels
from noodlecore_trm.ir.facts.function import Function
from noodlecore_trm.ir.op import Op
from noodlecore_trm.ir.shapes import iterable_of

Path = tuple[str, int]

_INTEGRAL = frozenset(("//", "%", "<<", ">>", "&", "|", "^"))
_NUMERIC = frozenset(("-", "*", "/", "**", *_INTEGRAL))
_ORDERS = ("<", "<=", ">", ">=")
_LIST_METHODS = frozenset(("append", "extend", "insert", "sort", "reverse", "pop"))
_SHARED = frozenset(("count", "index"))
"""Methods that lists have as well."""
_SOUGHT = frozenset(("count", "index", "find", "startswith", "endswith"))
"""Methods of strings that look for their argument."""
_DICT_METHODS = frozenset(("items", "keys", "values", "get", "setdefault"))
_TEXTUAL = frozenset(
    (
        "text", "word", "string", "line", "pattern", "message", "sentence", "s", "string_", "name", "password",
        "phrase", "title", "token", "source", "template", "paragraph", "letters", "dna", "plaintext", "ciphertext",
    )
)  # fmt: skip
_LETTERS = frozenset(("c", "ch", "char", "character", "letter", "symbol"))
_MANY = 4
"""Subscripts in the same loop that make up for a look at the item."""
_LONG = 20
"""Items from which on it pays to look at each before values are looked up among them."""
_SIZED = frozenset(("sized", "indexed", "equal"))
_PASSED_ON = ("enumerate", "reversed", "sorted", "list", "tuple", "iter")


class Hints:
    """The evidence in a loop about the variables `roots`."""

    def __init__(
        self, function: Function, inside: list[Op], roots: Iterable[str], depths: dict[Op, int], texts: frozenset[str]
    ) -> None:
        self._function = function
        self._texts = texts
        """Globals that were given strings."""
        self._depths = depths
        self._paths: dict[str, Path] = {name: (name, 0) for name in roots}
        self._said: defaultdict[Path, set[str]] = defaultdict(set)
        self._deepest: defaultdict[Path, int] = defaultdict(int)
        """In how many loops the objects of a path are used."""
        self._turned: set[str] = set()
        """Variables that loops bind, turn by turn."""
        for _ in range(2):  # a name for an item may be used above the loop that binds it
            for op in inside:
                self._name_items(op)
        self._places: Counter[Path] = Counter(
            path for op in inside if op.kind in ("getitem", "setitem") for path in [self._subscripted(op)] if path
        )
        """How many subscripts lead to them."""
        self._spelled = {path[0] for name, path in self._paths.items() if name in _LETTERS and path[1] == 1}
        """What is gone through letter by letter, going by the name of the item."""
        for _ in range(2):  # what is compared or added with a number is one
            for op in inside:
                self._listen(op)

    def levels(self, name: str) -> Levels | None:
        """The likeliest types, inwards as far as something is known; None without evidence."""
        found: list[frozenset[str]] = []
        while True:
            said = self._said[name, len(found)]
            inner = self._said[name, len(found) + 1]
            if not found and "list" not in said and self._is_text(name, inner):
                return (frozenset(("str",)),)
            if "dict" in said or ("str" in said and "list" not in said):
                found.append(frozenset(("dict" if "dict" in said else "str",)))
                break
            if inner or "list" in said or "indexed" in said:
                tuples = found and "tuple" in said and "list" not in said
                if not inner and not found and "list" not in said:
                    return None
                found.append(frozenset(("tuple" if tuples else "list",)))
                continue
            kinds = _numbers(said, bool(found))
            if kinds:
                found.append(kinds)
            break
        while len(found) > 1 and not self._pays(name, found) and not self._is_sought(name, found):
            found.pop()
        return tuple(found) or None

    def least(self, name: str, levels: Levels) -> int:
        """From how many items on it is worth a look at them; 0 for any."""
        return _LONG if len(levels) > 1 and not self._pays(name, levels) else 0

    def _is_text(self, name: str, items: set[str]) -> bool:
        """Items that are only compared with each other are letters, as far as one can guess."""
        if items & {"number", "list", "dict", "tuple", "indexed"}:
            return False
        named = is_textual(name) or name in self._spelled
        if "word" in items and not named:
            return False
        return bool(items & {"equal", "letter"}) or (named and bool(items or self._said[name, 0] & _SIZED))

    def _is_sought(self, name: str, levels: Sequence[frozenset[str]]) -> bool:
        """Whether values are looked up among the items, or the items in a list: a loop that is not written."""
        return len(levels) == 2 and levels[0] == {"list"} and "sought" in self._said[name, 1]

    def _pays(self, name: str, levels: Sequence[frozenset[str]]) -> bool:
        """
        Whether the items are worth a look: known to the last level, and used over and over.

        To look at each item takes a fraction of what a loop does with it, so there must be a loop
        more than the items need, or many places that use them.
        """
        depth = len(levels) - 1
        known = not levels[-1] & {"list", "tuple", "dict"}
        loops = sum(level != {"tuple"} for level in levels[:-1])
        deepest = self._deepest[name, depth]
        return known and (deepest > loops or (deepest == loops > 1 and self._places[name, depth] >= _MANY))

    # paths

    def _subscripted(self, op: Op) -> Path | None:
        holder = self.path(op.operands[-2])
        return None if holder is None else (holder[0], holder[1] + 1)

    def path(self, op: Op) -> Path | None:
        """The variable and the depth of the items that an expression means."""
        if op.kind == "load":
            return self._paths.get(op.attrs["name"])
        if op.kind == "getitem":
            holder = self.path(op.operands[0])
            if holder is not None:
                return holder if op.operands[1].kind == "slice" else (holder[0], holder[1] + 1)
        return None

    def _name_items(self, op: Op) -> None:
        if op.kind == "store" and op.operands[0].kind != "argument":
            path = self.path(op.operands[0])
            if path is not None and path[1] > 0:
                self._paths.setdefault(op.attrs["name"], path)
        elif op.kind in ("for", "comp_for"):
            self._name_target(op.regions[0].ops, iterable_of(op))

    def _name_target(self, target: list[Op], iterable: Op) -> None:
        last = target[-1] if target else Op("argument")
        builtin = self._function.builtin(iterable.operands[0]) if iterable.kind == "call" else ""
        if last.kind == "unpack" and builtin in ("enumerate", "zip"):
            sources = [None, *iterable.operands[1:2]] if builtin == "enumerate" else list(iterable.operands[1:])
            for region, source in zip(last.regions, sources, strict=False):
                if source is not None:
                    self._name_target(region.ops, source)
            return
        while builtin in _PASSED_ON and len(iterable.operands) > 1:
            iterable = iterable.operands[1]
            builtin = self._function.builtin(iterable.operands[0]) if iterable.kind == "call" else ""
        path = self.path(iterable)
        if path is None:
            return
        self._note(iterable, path, "indexed")
        self._name_part(last, (path[0], path[1] + 1))

    def _name_part(self, op: Op, path: Path) -> None:
        if op.kind == "store":
            self._paths.setdefault(op.attrs["name"], path)
            self._turned.add(op.attrs["name"])
        elif op.kind == "unpack":
            self._note(op, path, "indexed", "tuple")
            for region in op.regions:
                if region.ops:
                    self._name_part(region.ops[-1], (path[0], path[1] + 1))

    # evidence

    def _note(self, op: Op, path: Path | None, *words: str) -> None:
        if path is not None:
            self._said[path].update(words)
            self._deepest[path] = max(self._deepest[path], self._depths.get(op, 0))

    def _listen(self, op: Op) -> None:
        listener = _LISTENERS.get(op.kind)
        if listener is not None:
            listener(self, op)

    def _subscript(self, op: Op) -> None:
        container, index = op.operands[-2:]
        self._note(op, self.path(index), "number", "int")
        path = self.path(container)
        if path is None:
            return
        words = {"indexed"}
        if index.kind == "constant" and isinstance(index.attrs["value"], str):
            words = {"dict"}
        elif op.kind == "setitem":
            words.add("list")
            value = op.operands[0]
            if self._is_number(value):
                self._note(op, (path[0], path[1] + 1), "number")
        elif index.kind == "constant":
            words.add("tuple")
        self._note(op, path, *words)

    def _arithmetic(self, op: Op) -> None:
        left, right = op.operands
        symbol = op.attrs["op"]
        paths = [self.path(left), self.path(right)]
        if symbol == "%" and (self._holds_text(left) or "str" in self._said.get(paths[0] or ("", 0), ())):
            return
        words = ["number"]
        if symbol == "*" and "list" in (left.kind, right.kind):
            self._count(right if left.kind == "list" else left)
            return
        if symbol in _INTEGRAL:
            words.append("int")
        if symbol == "/" or any(_is_float(side) or self._function.is_exactly(side, "float") for side in (left, right)):
            words.append("float")
        if symbol == "+" and (self._holds_text(left) or self._holds_text(right)):
            words = ["str"]
        elif symbol not in _NUMERIC and not any(map(self._is_number, (left, right))):
            return
        for path in paths:
            self._note(op, path, *words)

    def _count(self, op: Op) -> None:
        """An expression that has to be an int, and so most likely are the parts it is added up from."""
        self._note(op, self.path(op), "number", "int", "count")
        if op.kind == "binary" and op.attrs["op"] in ("+", "-", "*"):
            for operand in op.operands:
                self._count(operand)

    def _is_number(self, op: Op) -> bool:
        if op.kind == "constant":
            return type(op.attrs["value"]) in (int, float)
        value = self._function.value(op)
        if value and value <= NUMBERS:
            return True
        if op.kind in ("binary", "inplace"):
            return op.attrs["op"] in _NUMERIC or any(map(self._is_number, op.operands))
        path = self.path(op)
        return path is not None and "number" in self._said.get(path, ())

    def _search(self, op: Op) -> None:
        """What `x in xs` says if xs is a list, or may be one: nothing else is looked up in it."""
        value, container = op.operands
        held = self._function.value(container)
        path = self.path(container)
        if any(type_name(atom) != "list" for atom in held - ANYTHING) or ("any" in held and path is None):
            return
        if path is not None:
            if path[1] or self._places[path[0], 1] or is_textual(path[0]) or self._holds_text(value):
                return
            counted = self._function.is_exactly(value, "int")
            if value.kind != "load" or not (counted or value.attrs["name"] in self._turned):
                return  # as in `text[i] in allowed`: likelier letters, and a set or a string of them
            self._note(op, path, "list")
            self._note(op, (path[0], 1), "sought", *(("number", "int") if counted else ()))
        self._note(op, self.path(value), "sought")

    def _comparison(self, op: Op) -> None:
        symbol = op.attrs["op"]
        if symbol in ("in", "not in"):
            self._search(op)
        for side, other in (op.operands, op.operands[::-1]):
            path = self.path(side)
            if path is None or symbol in ("is", "is not"):
                continue
            if symbol in ("in", "not in"):
                if side is op.operands[1]:
                    continue
                if self._holds_text(other):
                    self._note(op, path, "str", "letter")
            elif self._holds_text(other):
                letter = other.kind == "constant" and len(other.attrs["value"]) == 1
                self._note(op, path, "str", "letter" if letter else "word")
            elif symbol in _ORDERS or self._is_number(other):
                counted = path[1] == 0 and self._function.is_exactly(other, "int")
                self._note(op, path, "number", *(("int",) if counted else ()))
            elif self.path(other) is not None and path[1] > 0:
                self._note(op, path, "number" if "number" in self._said[self.path(other) or path] else "equal")

    def _holds_text(self, op: Op) -> bool:
        if op.kind == "fstring" or (op.kind == "constant" and isinstance(op.attrs["value"], str)):
            return True
        written = op.kind == "load" and op.attrs["scope"] == "global" and op.attrs["name"] in self._texts
        return written or self._function.is_exactly(op, "str")

    def _chained(self, op: Op) -> None:
        for side in (*op.operands, *(region.result for region in op.regions)):
            self._note(op, self.path(side), "number")

    def _calling(self, op: Op) -> None:
        callee, *arguments = op.operands
        name = self._function.builtin(callee)
        if name == "range":
            for argument in arguments:
                self._count(argument)
        elif name in ("abs", "min", "max", "round", "float", "int") and len(arguments) > (name in ("min", "max")):
            if name not in ("float", "int"):
                for argument in arguments:
                    self._note(op, self.path(argument), "number")
        elif name == "len" and arguments:
            self._note(op, self.path(arguments[0]), "sized")
        elif name == "ord" and arguments:
            self._note(op, self.path(arguments[0]), "str")
        if callee.kind == "getattr":
            method = callee.attrs["name"]
            path = self.path(callee.operands[0])
            if self._holds_text(callee.operands[0]):
                for argument in arguments:
                    if method in _SOUGHT:
                        self._note(op, self.path(argument), "str", "letter")
            if method in STR_METHODS and method not in _SHARED:
                self._note(op, path, "str", "word")
            elif method in _LIST_METHODS:
                self._note(op, path, "list")
            elif method in _DICT_METHODS:
                self._note(op, path, "dict")

    def _sign(self, op: Op) -> None:
        if op.attrs["op"] in ("-", "+", "~"):
            self._note(op, self.path(op.operands[0]), "number")


def _numbers(said: set[str], items: bool) -> frozenset[str]:
    if "str" in said:
        return frozenset(("str",))
    if "sought" in said and "number" not in said:
        return frozenset(("int", "str"))
    if "equal" in said and "number" not in said:
        return frozenset(("str",)) if items else frozenset()
    if "number" not in said:
        return frozenset()
    if "count" in said or ("int" in said and "float" not in said):
        return frozenset(("int",))
    return frozenset(("int", "float"))


def _is_float(op: Op) -> bool:
    return op.kind == "constant" and isinstance(op.attrs["value"], float)


def is_textual(name: str) -> bool:
    """Whether a variable is called what strings are called."""
    return name.rstrip("0123456789") in _TEXTUAL


_LISTENERS = {
    "getitem": Hints._subscript,
    "setitem": Hints._subscript,
    "binary": Hints._arithmetic,
    "inplace": Hints._arithmetic,
    "compare": Hints._comparison,
    "chain": Hints._chained,
    "call": Hints._calling,
    "unary": Hints._sign,
}
