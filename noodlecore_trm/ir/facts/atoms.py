"""
What the values of expressions may be. An abstract value is a set of atoms:

- a string such as `"int"` or `"str"`: an object of exactly that builtin type; `"list"`, `"dict"`,
  `"set"`, `"tuple"` are containers of unknown history and contents;
- `Site`: a container made by one op of this function; as long as it has not *escaped*, only the
  code of the function holds it, and `elements` is everything it can contain;
- `Tuple`: a tuple whose items are known one by one;
- `"any"`: whatever. Operations on it may run any code.

The empty value belongs to code that is not reached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from noodlecore_trm.ir.dialect import PURE
from noodlecore_trm.ir.op import Op


class Site:
    """A container made by one op: its kind, its possible contents, and whether others may hold it."""

    __slots__ = ("effects", "elements", "escaped", "held", "keys", "kind", "op", "resized", "written")

    def __init__(self, kind: str, op: Op, held: Op | None = None) -> None:
        self.kind = kind  # list | tuple | set | dict | iterator | generator
        self.op = op
        self.held = held
        """The `if` whose test has looked into the container: others hold it too, but its contents
        are known in the arm as long as nothing foreign runs there."""
        self.elements: set[Atom] = set()
        self.keys: set[Atom] = set()
        self.escaped = False
        self.resized = False
        self.effects = PURE
        """What running a generator's body may do."""
        self.written: set[Atom] = set()
        """The containers that it may change."""

    @property
    def shared(self) -> bool:
        """Whether code we do not see may hold it."""
        return self.escaped or self.held is not None

    def __repr__(self) -> str:
        return f"<{self.kind} from {self.op!r}>"


class Tuple:
    """A tuple with known items."""

    __slots__ = ("items",)

    def __init__(self, items: tuple[Value, ...]) -> None:
        self.items = items

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tuple) and other.items == self.items

    def __hash__(self) -> int:
        return hash(self.items)


Atom = str | Site | Tuple
Value = frozenset[Atom]


@dataclass(frozen=True, eq=False, slots=True)
class Summary:
    """
    What a call of a known function does, for arguments of one shape, see `summaries`.

    `sites` stand for the containers of the arguments, as they are afterwards; `written` is what the
    call may change of what others hold.
    """

    value: Value
    effects: int
    sites: tuple[Site, ...]
    written: Value


NOTHING: Final[Value] = frozenset()
ANYTHING: Final[Value] = frozenset(("any",))
INT: Final[Value] = frozenset(("int",))
FLOAT: Final[Value] = frozenset(("float",))
STR: Final[Value] = frozenset(("str",))
BOOL: Final[Value] = frozenset(("bool",))
METHOD: Final[Value] = frozenset(("method",))
"""A method of an object of known type, about to be called."""
EXCEPTION: Final[Value] = frozenset(("exception",))
"""An instance of a builtin exception class, made with plain arguments."""
NONE: Final[Value] = frozenset(("NoneType",))
SCALARS: Final = frozenset(("int", "bool", "float", "str", "bytes", "NoneType", "complex", "range", "ellipsis"))
INTEGERS: Final = frozenset(("int", "bool"))
NUMBERS: Final = frozenset(("int", "bool", "float"))
CONTAINERS: Final = frozenset(("list", "dict", "set", "tuple"))
DEEPEST: Final = 3
"""Tuples in tuples, and containers in containers, that are told apart."""


def type_name(atom: Atom) -> str:
    if isinstance(atom, Tuple):
        return "tuple"
    return atom.kind if isinstance(atom, Site) else atom


def hold_alike(one: Site, other: Site) -> bool:
    """Whether both containers may hold items of one type, so that they may be one that is not empty."""
    return any(
        not {type_name(atom) for atom in mine}.isdisjoint(type_name(atom) for atom in theirs)
        for mine, theirs in ((one.elements, other.elements), (one.keys, other.keys))
    )


def is_plain(value: Iterable[Atom]) -> bool:
    """Whether hashing, comparing and printing the value runs no foreign code."""
    return all(
        atom in SCALARS if isinstance(atom, str) else isinstance(atom, Tuple) and all(map(is_plain, atom.items))
        for atom in value
    )


def contents(atom: Atom) -> Iterator[Atom]:
    """What a tuple or a container of the function's own may hold."""
    if isinstance(atom, Tuple):
        for item in atom.items:
            yield from item
    elif isinstance(atom, Site):
        yield from atom.elements
        yield from atom.keys


def closure(atoms: Iterable[Atom], inside: Callable[[Atom], Iterable[Atom]] = contents) -> Iterator[Atom]:
    """Some atoms and what they hold, at any depth, each once."""
    seen: set[Atom] = set()
    pending = list(atoms)
    while pending:
        atom = pending.pop()
        if atom not in seen:
            seen.add(atom)
            yield atom
            pending.extend(inside(atom))


def iterators_in(*values: Iterable[Atom]) -> Iterator[Site]:
    """The iterators in some values, and in the containers of a function's own that they may hold."""
    for atom in closure(atom for value in values for atom in value):
        if isinstance(atom, Site) and atom.kind not in CONTAINERS:
            yield atom


def is_known(value: Iterable[Atom], depth: int = DEEPEST) -> bool:
    """`is_plain`, or containers of our own that hold nothing but known values."""
    return all(
        is_plain((atom,))
        or (
            isinstance(atom, Site)
            and not atom.escaped
            and atom.kind in CONTAINERS
            and depth > 0
            and is_known(atom.elements, depth - 1)
            and is_known(atom.keys, depth - 1)
        )
        for atom in value
    )


def holds_anything(value: Iterable[Atom], depth: int = DEEPEST) -> bool:
    """Whether the value may be anything, or be a list of ours that something unknown is in."""
    return any(
        atom == "any" or (isinstance(atom, Site) and depth > 0 and holds_anything(atom.elements, depth - 1))
        for atom in value
    )


def is_iterable(atom: Atom) -> bool:
    """Whether `iter` takes it without a word."""
    return not isinstance(atom, str) or atom in CONTAINERS or atom in ("str", "bytes", "range")


def searches_quietly(atom: Atom) -> bool:
    """Whether looking a plain value up in the container compares it with known values only."""
    if isinstance(atom, Site) and atom.kind in ("dict", "set"):
        return is_plain(atom.keys if atom.kind == "dict" else atom.elements)
    return is_known((atom,))


def depth_of(value: Iterable[Atom]) -> int:
    """How many tuples are around each other at most."""
    return max(
        (1 + max((depth_of(item) for item in atom.items), default=0) for atom in value if isinstance(atom, Tuple)),
        default=0,
    )
