"""Short constructors for the ops that rewrites make up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from noodlecore_trm.ir.op import Op, Region, clone, tree

LEAVING: Final = frozenset(("break", "continue", "return", "raise"))
"""Statements after which the next one is not reached."""


def constant(value: object) -> Op:
    return Op("constant", (), {"value": value})


def load(name: str, scope: str = "local") -> Op:
    return Op("load", (), {"name": name, "scope": scope})


def store(name: str, value: Op, scope: str = "local") -> Op:
    return Op("store", (value,), {"name": name, "scope": scope})


def walrus(name: str, value: Op, scope: str = "local") -> Op:
    return Op("walrus", (value,), {"name": name, "scope": scope})


def augment(name: str, op: str, value: Op, scope: str = "local") -> Op:
    """`name op= value`."""
    return store(name, Op("inplace", (load(name, scope), value), {"op": op}), scope)


def unary(op: str, value: Op) -> Op:
    return Op("unary", (value,), {"op": op})


_OPPOSITES: Final = {"is": "is not", "is not": "is", "in": "not in", "not in": "in"}


def negation(test: Op) -> Op:
    """The opposite of a test, for where only its truth is asked for."""
    if test.kind == "unary" and test.attrs["op"] == "not":
        return test.operands[0]
    if test.kind == "compare" and test.attrs["op"] in _OPPOSITES:
        return compare(_OPPOSITES[test.attrs["op"]], *test.operands)
    return unary("not", test)


def binary(op: str, left: Op, right: Op) -> Op:
    return Op("binary", (left, right), {"op": op})


def compare(op: str, left: Op, right: Op) -> Op:
    return Op("compare", (left, right), {"op": op})


def conjunction(parts: list[Op]) -> Op:
    """`a and b and ...`, or the only part."""
    if len(parts) == 1:
        return parts[0]
    return Op("boolean", (parts[0],), {"op": "and"}, tuple(lazy(part) for part in parts[1:]))


def disjunction(parts: list[Op]) -> Op:
    """`a or b or ...`, or the only part."""
    if len(parts) == 1:
        return parts[0]
    return Op("boolean", (parts[0],), {"op": "or"}, tuple(lazy(part) for part in parts[1:]))


def select(test: Op, then: Op, orelse: Op) -> Op:
    return Op("select", (test,), {}, (lazy(then), lazy(orelse)))


def call(callee: Op, *arguments: Op) -> Op:
    return Op("call", (callee, *arguments), {"keywords": ()})


def builtin(name: str, *arguments: Op) -> Op:
    return call(load(name, "global"), *arguments)


def getitem(value: Op, index: Op) -> Op:
    return Op("getitem", (value, index))


def getattr_(value: Op, name: str) -> Op:
    return Op("getattr", (value,), {"name": name})


def expression(value: Op) -> Op:
    return Op("expression", (value,))


def return_(value: Op | None = None) -> Op:
    return Op("return", () if value is None else (value,))


def if_(test: Op, then: Region, orelse: Region | None = None, *, version: bool = False) -> Op:
    attrs = {"elif": False, "version": True} if version else {"elif": False}
    return Op("if", (test,), attrs, (then, orelse or block(())))


def for_(name: str, iterable: Op, body: Region, orelse: Region | None = None, scope: str = "local") -> Op:
    return Op("for", (iterable,), {"async": False}, (bind(name, scope), body, orelse or block(())))


def lazy(value: Op) -> Region:
    """A region that evaluates to `value`."""
    return Region("lazy", [*tree(value), Op("result", (value,))])


def bind(name: str, scope: str = "local") -> Region:
    """A target region that binds a name."""
    argument = Op("argument")
    return Region("target", [argument, Op("store", (argument,), {"name": name, "scope": scope})])


def block(statements: Iterable[Op], source: Region | None = None) -> Region:
    """
    A block of statements. `source` is the block that most of them come from: their comments are
    found through it.
    """
    ops: list[Op] = []
    for statement in statements:
        ops.extend(tree(statement))
    region = Region("block", ops)
    region.edited = True
    if source is not None:
        region.statements = source.statements
        region.inline = source.inline
    return region


def cloned(region: Region) -> Region:
    """A copy of a region and of everything below it."""
    twin = Region(region.kind, [], region.scope)
    for root in region.roots():
        for op in tree(clone(root)):
            twin.append(op)
    twin.edited = region.edited
    twin.inline = region.inline
    twin.statements = region.statements
    return twin


def substitute(root: Op, name: str, value: Op) -> Op:
    """A copy of `root` in which every load of `name` is a copy of `value`."""
    copy = clone(root)
    if copy.kind == "load" and copy.attrs["name"] == name:
        return clone(value)
    _substitute_below([copy], name, value)
    return copy


def _substitute_below(roots: list[Op], name: str, value: Op) -> bool:
    changed = False
    for root in roots:
        for op in tree(root):
            operands = []
            hit = False
            for operand in op.operands:
                if operand.kind == "load" and operand.attrs["name"] == name:
                    fresh = clone(value)
                    fresh.origin = operand.origin
                    fresh.edited = True
                    operands.append(fresh)
                    hit = True
                else:
                    operands.append(operand)
            if hit:
                op.operands = tuple(operands)
                changed = True
            for region in op.regions:
                if _substitute_region(region, name, value):
                    changed = True
    return changed


def _substitute_region(region: Region, name: str, value: Op) -> bool:
    roots = list(region.roots())
    changed = _substitute_below(roots, name, value)
    if changed:
        region.ops = []
        for root in roots:
            for op in tree(root):
                region.append(op)
    return changed


def exchange(old: Op, new: list[Op]) -> None:
    """
    Put the trees `new` in the place of a tree that stands in a region of a copy, outside of the module.

    A statement gives way to any number of statements, and what could be reached so far but not after
    them goes; an expression gives way to one expression.
    """
    region = old.region
    assert region is not None
    end = region.ops.index(old) + 1
    before, after = region.ops[: end - len(tree(old))], region.ops[end:]
    if old.is_statement:
        new = [each for each in new if each.kind != "pass"]
        if old.kind not in LEAVING and new and new[-1].kind in LEAVING:
            after = []
        if not (before or new or after):
            new = [Op("pass")]
        for each in new:
            if each.attrs.get("elif"):
                each.attrs = {**each.attrs, "elif": old.attrs.get("elif", False) and len(new) == 1}
        region.edited = True
    else:
        (value,) = new
        value.origin = old.origin
        value.edited = True
        for user in after:  # two of them, if it is the object or the index of an augmented assignment
            if old in user.operands:
                user.operands = tuple(value if each is old else each for each in user.operands)
    region.ops = []
    for op in (*before, *(part for each in new for part in tree(each)), *after):
        region.append(op)
