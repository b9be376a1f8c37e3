"""
Run-time checks of exact types, in both directions: built as ops, and read back from a test.

    type(n) is int
    type(grid) is list and not [row for row in grid if type(row) is not list]
        and not [x for row in grid for x in row if type(x) is not float and type(x) is not int]

A comprehension over exact lists runs no foreign code, whatever the items are; `set(map(type, xs))`
would hash the items' classes, and a metaclass may have a `__hash__` or `__eq__` of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, takewhile

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.op import Op, Region, tree, walk
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.ir.shapes import conjuncts

_ITERATED = ("list", "tuple", "set", "dict")
_NONE: frozenset[str] = frozenset()
_LIST = frozenset(("list",))
_INT = frozenset(("int",))


Levels = tuple[frozenset[str], ...]
"""The exact types an object can have, then those of its items (a dict's keys), of their items, and so on inwards."""


@dataclass(frozen=True, slots=True)
class Check:
    """
    A variable and what a test has shown its object to be. All levels but the last name one type.

    `least` is the number of items from which on the test is worth its while.
    """

    name: str
    scope: str
    levels: Levels
    least: int = 0


@dataclass(frozen=True, slots=True)
class Limit:
    """`count <= len(container)`, of two variables of the function. `count` has to be known to be an int."""

    count: Op
    container: str


def build_limit(count: str, container: str) -> Op:
    return make.compare("<=", make.load(count), make.builtin("len", make.load(container)))


def build_check(check: Check, names: tuple[str, ...], scope: Scope) -> list[Op]:
    """
    The parts of a conjunction that test a check.

    `names` are free to be used for items, the innermost one last; `scope` is that of the function.
    """
    kinds = [
        make.compare("is", make.builtin("type", make.load(check.name, check.scope)), make.load(kind, "global"))
        for kind in sorted(check.levels[0])
    ]
    parts = [make.disjunction(kinds)]
    if check.least:
        size = make.builtin("len", make.load(check.name, check.scope))
        parts.append(make.compare(">=", size, make.constant(check.least)))
    names = names[len(names) + 1 - len(check.levels) :]
    for depth in range(1, len(check.levels)):
        parts.append(make.unary("not", _misfits(check, names[:depth], sorted(check.levels[depth]), scope)))
    return parts


def text_of_check(check: Check, names: tuple[str, ...]) -> str:
    """What `build_check` makes, as source text."""
    kinds = [f"type({check.name}) is {kind}" for kind in sorted(check.levels[0])]
    parts = [kinds[0] if len(kinds) == 1 else f"({' or '.join(kinds)})"]
    if check.least:
        parts.append(f"len({check.name}) >= {check.least}")
    names = names[len(names) + 1 - len(check.levels) :]
    for depth in range(1, len(check.levels)):
        chain = [check.name, *names[:depth]]
        clauses = " ".join(f"for {name} in {source}" for source, name in pairwise(chain))
        tests = " and ".join(f"type({chain[-1]}) is not {kind}" for kind in sorted(check.levels[depth]))
        parts.append(f"not [{chain[-1]} {clauses} if {tests}]")
    return " and ".join(parts)


def _misfits(check: Check, names: tuple[str, ...], types: list[str], scope: Scope) -> Op:
    """`[x for row in xs for x in row if type(x) is not T and ...]`"""
    inner = Scope("comprehension", "<listcomp>", scope, bound=set(names))
    inner.slots.update(dict.fromkeys(names, "local"))
    tests = [
        make.compare("is not", make.builtin("type", make.load(names[-1])), make.load(kind, "global")) for kind in types
    ]
    here = Op("comp_element", (make.load(names[-1]),))
    here = Op("comp_if", (make.conjunction(tests),), {}, (Region("block", tree(here)),))
    for depth in reversed(range(len(names))):
        iterable = make.load(names[depth - 1]) if depth else Op("argument")
        here = Op("comp_for", (iterable,), {"async": False}, (make.bind(names[depth]), Region("block", tree(here))))
    region = Region("block", tree(here), inner)
    return Op("comprehension", (make.load(check.name, check.scope),), {"type": "list"}, (region,))


def stay_true(test: Op, is_builtin: Callable[[str], bool]) -> list[Op]:
    """The parts of a conjunction that nothing can have made false again when the whole of it has come out true."""
    parts = conjuncts(test)
    checks, limits, known = _read(test, is_builtin)
    integers = {check.name for check in checks if check.levels == (_INT,)}
    if known and all(limit.count.attrs["name"] in integers for limit in limits):
        return parts
    last = takewhile(lambda part: _is_identity_test(part) or _types_test(part, is_builtin) is not None, reversed(parts))
    return list(last)


def read_globals(test: Op, is_builtin: Callable[[str], bool]) -> list[tuple[str, frozenset[str]]]:
    """The types that a test has shown global variables to have, where nothing can have bound them again since."""
    typed = [_types_test(part, is_builtin) for part in stay_true(test, is_builtin)]
    return [(each[0][0], each[1]) for each in typed if each is not None and each[0][1] == "global"]


def read_checks(test: Op, is_builtin: Callable[[str], bool]) -> list[Check]:
    """
    What holds of the variables when a test has come out true.

    Items are known only if every part of the test is a check: anything else might run code that
    changes them again.
    """
    return _read(test, is_builtin)[0]


def read_limits(test: Op, is_builtin: Callable[[str], bool]) -> list[Limit]:
    """Which counts a test has shown to be within lists; none if anything in it is no check."""
    return _read(test, is_builtin)[1]


def _read(test: Op, is_builtin: Callable[[str], bool]) -> tuple[list[Check], list[Limit], bool]:
    """Checks, limits, and whether every part of the test is one of these, or compares two names."""
    may_check = test.attrs["op"] == "is" if test.kind == "compare" else test.kind == "boolean"
    if not may_check or not is_builtin("type"):
        return [], [], False
    parts = conjuncts(test)
    found: dict[tuple[str, str], list[frozenset[str]]] = {}
    limits: list[Limit] = []
    items_known = True
    for part in parts:
        typed = _types_test(part, is_builtin)
        if typed is not None:
            found.setdefault(typed[0], [typed[1]])
            continue
        fits = _items_test(part, is_builtin)
        if fits is not None:
            subject, depth, types = fits
            levels = found.get(_variable(subject), [])
            if len(levels) == depth and len(levels[-1]) == 1 and min(levels[-1]) in _ITERATED:
                levels.append(types)
                continue
        limit = _length_test(part, is_builtin)
        if limit is not None and found.get((limit.container, "local"), [_NONE])[0] == _LIST:
            limits.append(limit)
        elif _sized(part, is_builtin) not in found:
            items_known = items_known and _is_identity_test(part)
    # `type(x) is int and (x := y)` has checked another object than x holds in the arm
    bound = {op.attrs["name"] for region in test.regions for op in walk(region) if op.kind == "walrus"}
    checks = [
        Check(name, scope, tuple(levels) if items_known else (levels[0],))
        for (name, scope), levels in found.items()
        if name not in bound and (items_known or scope != "global")
    ]
    return checks, limits if items_known and not bound else [], items_known


def _variable(load: Op) -> tuple[str, str]:
    return load.attrs["name"], load.attrs["scope"]


def _is_identity_test(part: Op) -> bool:
    return part.kind == "compare" and part.attrs["op"] == "is" and all(side.kind == "load" for side in part.operands)


def _types_test(part: Op, is_builtin: Callable[[str], bool]) -> tuple[tuple[str, str], frozenset[str]] | None:
    """The variable and the types of `type(x) is T or type(x) is U`."""
    parts = [part]
    if part.kind == "boolean" and part.attrs["op"] == "or":
        parts = [part.operands[0], *(region.result for region in part.regions)]
    tests = [_type_test(each, "is", is_builtin) for each in parts]
    known = [(_variable(test[0]), test[1]) for test in tests if test is not None]
    if len(known) < len(tests) or len({variable for variable, _ in known}) > 1:
        return None
    return known[0][0], frozenset(kind for _, kind in known)


def _length_test(part: Op, is_builtin: Callable[[str], bool]) -> Limit | None:
    """`n <= len(xs)`"""
    if part.kind != "compare" or part.attrs["op"] != "<=" or not is_builtin("len"):
        return None
    count, length = part.operands
    if (
        count.kind == "load"
        and count.attrs["scope"] == "local"
        and length.kind == "call"
        and [operand.kind for operand in length.operands] == ["load", "load"]
        and not length.attrs["keywords"]
        and length.operands[0].attrs == {"name": "len", "scope": "global"}
        and length.operands[1].attrs["scope"] == "local"
    ):
        return Limit(count, length.operands[1].attrs["name"])
    return None


def _sized(part: Op, is_builtin: Callable[[str], bool]) -> tuple[str, str]:
    """The variable of `len(xs) >= 30`; of an object of a builtin type that runs no foreign code."""
    if part.kind == "compare" and part.attrs["op"] == ">=" and part.operands[1].kind == "constant":
        length = part.operands[0]
        if (
            length.kind == "call"
            and is_builtin("len")
            and [operand.kind for operand in length.operands] == ["load", "load"]
            and not length.attrs["keywords"]
            and length.operands[0].attrs == {"name": "len", "scope": "global"}
        ):
            return _variable(length.operands[1])
    return "", ""


def _type_test(part: Op, symbol: str, is_builtin: Callable[[str], bool]) -> tuple[Op, str] | None:
    """`(x, T)` of `type(x) is T`."""
    if part.kind != "compare" or part.attrs["op"] != symbol:
        return None
    left, right = part.operands
    if (
        left.kind == "call"
        and len(left.operands) == 2
        and not left.attrs["keywords"]
        and left.operands[0].kind == "load"
        and left.operands[0].attrs == {"name": "type", "scope": "global"}
        and left.operands[1].kind == "load"
        and right.kind == "load"
        and right.attrs["scope"] == "global"
        and is_builtin(right.attrs["name"])
    ):
        return left.operands[1], str(right.attrs["name"])
    return None


def _items_test(part: Op, is_builtin: Callable[[str], bool]) -> tuple[Op, int, frozenset[str]] | None:
    """`(xs, depth, types)` of `not [x for ... in xs ... if type(x) is not T and ...]`."""
    if part.kind != "unary" or part.attrs["op"] != "not" or part.operands[0].kind != "comprehension":
        return None
    comprehension = part.operands[0]
    subject = comprehension.operands[0]
    if comprehension.attrs["type"] != "list" or subject.kind != "load":
        return None
    depth = 0
    name = ""
    (clause,) = list(comprehension.regions[0].roots())
    while clause.kind == "comp_for":
        target = [op for op in clause.regions[0].ops if op.kind != "argument"]
        iterable = clause.operands[0]
        if clause.attrs["async"] or len(target) != 1 or target[0].kind != "store":
            return None
        if depth and (iterable.kind != "load" or iterable.attrs["name"] != name):
            return None
        depth += 1
        name = target[0].attrs["name"]
        (clause,) = list(clause.regions[1].roots())
    if clause.kind != "comp_if" or [op.kind for op in clause.regions[0].ops] != ["load", "comp_element"]:
        return None
    test = clause.operands[0]
    types = set()
    for each in conjuncts(test):
        typed = _type_test(each, "is not", is_builtin)
        if typed is None or typed[0].attrs["name"] != name or typed[0].attrs["scope"] != "local":
            return None
        types.add(typed[1])
    return subject, depth, frozenset(types)
