"""
Collect the parts of a string in a list, and join them once.

    text = ""                   ->   parts = []
    for ...: text += part            for ...: parts.append(part)
                                     text = "".join(parts)

Before:

    def pattern(width):
        row = ""
        for x in range(width.bit_length()):
            if x % 3:
                row += "#"
            else:
                row += "."
        return row

After:

    def pattern(width):
        parts = []
        for x in range(width.bit_length()):
            if x % 3:
                parts.append("#")
            else:
                parts.append(".")
        row = ''.join(parts)
        return row

Why: every `+=` makes room in the string, and copies it where that does not work out; the list grows in larger steps.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import STR
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.op import Op, clone, everything
from noodlecore_trm.ir.shapes import added
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "part_may_be_no_string": "`text += 1` raises, and `text += x` may run the `__radd__` of x, which may give anything",
    "string_is_seen_elsewhere": "a closure reads the string as far as it has got",
    "string_may_be_seen_half_made": "a handler after an error, or what follows a `break`, reads the string of so far",
    "shares_its_line": "`if x: text += x` on one line would have to be taken apart",
}


@dataclass(frozen=True)
class Parts:
    """The first assignment, the additions, the statement after which the string is whole, and the list's name."""

    start: Op
    additions: tuple[Op, ...]
    last: Op
    name: str


def match(function: Function, op: Op) -> bool:
    value = op.operands[0]
    if value.kind != "constant" or value.attrs["value"] != "" or function.is_module:
        return False
    return _stretch(op) is not None


def _stretch(start: Op) -> tuple[tuple[Op, ...], Op] | None:
    """
    The additions to the string, and the last statement that holds one, as far as nothing else is done with it.

    None if there is no loop among them.
    """
    region = start.region
    if region is None or region.kind != "block" or region.inline:
        return None
    additions: list[Op] = []
    last = None
    loops = False
    roots = list(region.roots())
    for statement in roots[roots.index(start) + 1 :]:
        found = _additions(statement, start.attrs["name"])
        if found is None:
            break
        if found:
            additions += found
            last = statement
            loops = loops or statement.kind in ("for", "while")
    return (tuple(additions), last) if loops and last is not None else None


def _additions(statement: Op, name: str) -> list[Op] | None:
    """The additions to `name` in a statement; None if it does something else with it."""
    found = []
    known: set[Op] = set()
    for op in everything(statement):
        if op.kind == "store" and op.attrs["name"] == name:
            sides = added(op)
            if sides is None:
                return None
            known.update((op, sides[0]))
            found.append(op)
    mentions = any(
        op not in known
        and (
            (op.kind == "load" and op.attrs["name"] == name)
            or (op.kind in BINDERS and name in bound_names(op))
            or (op.kind == "case" and name in op.attrs["reads"])
        )
        for op in everything(statement)
    )
    return None if mentions else found


def prove(function: Function, op: Op) -> Parts | Refused:
    found = _stretch(op)
    assert found is not None
    additions, last = found
    if not function.is_local(op):
        return Refused("string_is_seen_elsewhere")
    if any(function.value(addition.operands[0].operands[1]) != STR for addition in additions):
        return Refused("part_may_be_no_string")
    if any(addition.region is None or addition.region.inline for addition in additions):
        return Refused("shares_its_line")
    if not _is_whole_when_read(function, op, additions, last):
        return Refused("string_may_be_seen_half_made")
    return Parts(op, additions, last, function.fresh_name("parts"))


def _is_whole_when_read(function: Function, start: Op, additions: tuple[Op, ...], last: Op) -> bool:
    """Whether the string is read by statements that follow `last` in its block, or the block can only be left there."""
    if not any(outer.kind in ("try", "with", "for", "while") for outer in function.enclosing(start)):
        return True
    region = start.region
    assert region is not None
    roots = list(region.roots())
    readers = {addition.operands[0].operands[0] for addition in additions}
    for later in roots[roots.index(last) + 1 :]:
        readers.update(everything(later))
    return all(use in readers for store in (start, *additions) for use in function.reaching.uses.get(store, ()))


def build(proof: Parts) -> Replacement:
    name, scope = proof.start.attrs["name"], proof.start.attrs["scope"]
    edits = [Edit((proof.start,), (make.store(proof.name, Op("list")),))]
    joined = make.store(name, make.call(make.getattr_(make.constant(""), "join"), make.load(proof.name)), scope)
    for addition in proof.additions:
        method = make.getattr_(make.load(proof.name), "append")
        statement = make.expression(make.call(method, clone(addition.operands[0].operands[1])))
        edits.append(Edit((addition,), (statement, joined) if addition is proof.last else (statement,)))
    if proof.last not in proof.additions:
        edits.append(Edit((proof.last,), (proof.last, joined)))
    return Replacement(tuple(edits))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("store",), match, prove, build, REFUSALS)
