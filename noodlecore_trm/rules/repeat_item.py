"""
Repeat an item instead of putting it into a list again and again.

    [c for _ in range(n)]              ->   [c] * n
    for _ in range(n): xs.append(c)    ->   xs.extend([c] * n)

Before:

    def board(text):
        width = len(text)
        return [["." for _ in range(width)] for _ in range(3)]

After:

    def board(text):
        width = len(text)
        return [["."] * width for _ in range(3)]

Why: one instruction of the interpreter fills the list.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import INTEGERS
from noodlecore_trm.ir.facts.bounds import never_negative, range_arguments
from noodlecore_trm.ir.facts.loops import can_call
from noodlecore_trm.ir.facts.uses import can_wait, leaves_no_variable, may_be_same
from noodlecore_trm.ir.moving import outwards
from noodlecore_trm.ir.op import Op, clone, tree
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.ir.shapes import appended, is_literal, loop_variable, only_clause, only_statement
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "item_may_be_another_each_time": "`[[] for _ in range(3)]` makes three lists, `[k for k in range(3)]` counts",
    "item_may_be_unbound": "with no turns the loop does not read an unbound variable",
    "limits_come_in_their_order": "`range(xs.pop(), xs.pop())` takes the start from the list first",
    "number_of_turns_is_not_known": "an iterator has no length, and a class of one's own may lie about it",
    "list_is_not_known": "another object's `append` and `extend` may have nothing to do with each other",
    "list_may_be_changed": "a closure may rebind the variable between two turns",
    "iterates_over_itself": "`for x in out: out.append(0)` does not end, `out.extend([0] * len(out))` doubles it",
    "variable_is_used_afterwards": "the loop leaves its variable at the last item",
}

_LARGEST = 1 << 31
_SIZED = ("list", "tuple", "str", "bytes", "dict", "set")


@dataclass(frozen=True)
class Repetition:
    """The loop or comprehension, the list a loop grows, the item, and the iterable or the limits of its range."""

    place: Op
    grown: Op | None
    item: Op
    items: Op
    limits: tuple[Op | None, Op] | None
    """None where it is the length of the iterable that counts."""
    scope: Scope


def match(function: Function, op: Op) -> bool:
    return _repeated(op) is not None


def _repeated(op: Op) -> tuple[Op | None, Op, Op] | None:
    """The list a loop grows, the variable of the loop and the item."""
    if op.kind == "comprehension":
        clause = only_clause(op) if op.attrs["type"] == "list" else None
        if clause is None or len(clause[0].regions[0].ops) != 2:
            return None
        (target, (item,)) = clause[0].regions[0].ops[1], clause[1].operands
        return (None, target, item) if target.kind == "store" and _is_simple(item) else None
    variable = loop_variable(op)
    statement = only_statement(op.regions[1])
    parts = None if statement is None else appended(statement)
    if variable is None or parts is None or parts[0].attrs["name"] == variable.attrs["name"]:
        return None
    return (parts[0], variable, parts[1]) if _is_simple(parts[1]) else None


def _is_simple(item: Op) -> bool:
    return item.kind in ("load", "list", "dict", "set", "call") or is_literal(item)


def prove(function: Function, op: Op) -> Repetition | Refused:
    found = _repeated(op)
    assert found is not None
    grown, variable, item = found
    items = op.operands[0]
    if item.kind == "load":
        if not function.definitions(item) or item.attrs["name"] == variable.attrs["name"]:
            return Refused("item_may_be_another_each_time")
        if not function.is_bound(item):
            return Refused("item_may_be_unbound")
    elif not is_literal(item):
        return Refused("item_may_be_another_each_time")
    written = range_arguments(function, items)
    limits: tuple[Op | None, Op] | None = None
    if written is not None and written[2] == 1:
        start, stop = limits = written[:2]
        if not all(limit is None or function.is_exactly(limit, *INTEGERS) for limit in limits):
            return Refused("number_of_turns_is_not_known")
        if start is not None and not all(can_wait(function, each, function.tree_effects(stop)) for each in tree(start)):
            return Refused("limits_come_in_their_order")
        if not _stays_near(function, start, stop):
            limits = None  # a number far below 0 is one that a list cannot be repeated by
            if not can_call(function, "len") or function.hides(op, "len"):
                return Refused("number_of_turns_is_not_known")
    elif function.is_exactly(items, *_SIZED) and function.facts.is_builtin("len") and not function.hides(op, "len"):
        pass
    else:
        return Refused("number_of_turns_is_not_known")
    if grown is not None:
        if not function.is_exactly(grown, "list"):
            return Refused("list_is_not_known")
        if not (function.is_local(grown) and function.is_bound(grown)) or function.tree_effects(items) & WRITE_SLOT:
            return Refused("list_may_be_changed")
        if may_be_same(function.value(grown), function.value(items)):
            return Refused("iterates_over_itself")
        if not leaves_no_variable(function, op):
            return Refused("variable_is_used_afterwards")
    scope = next(function.scopes_around(op), function.scope)
    return Repetition(op, grown, item, items, limits, scope)


def _stays_near(function: Function, start: Op | None, stop: Op) -> bool:
    """Whether the end of a range is never far below its start."""
    near = start is None or (start.kind == "constant" and start.attrs["value"] < _LARGEST)
    return near and never_negative(function, stop)


def build(proof: Repetition) -> Replacement:
    item = outwards(proof.item, proof.scope, {}) if proof.grown is None else clone(proof.item)
    repeated = make.binary("*", Op("list", (item,)), _count(proof))
    if proof.grown is None:
        return Replacement((Edit((proof.place,), (repeated,)),))
    call = make.call(make.getattr_(clone(proof.grown), "extend"), repeated)
    return Replacement((Edit((proof.place,), (make.expression(call),)),))


def _count(proof: Repetition) -> Op:
    if proof.limits is None:
        return make.builtin("len", clone(proof.items))
    start, stop = proof.limits
    if start is None or (start.kind == "constant" and start.attrs["value"] == 0):
        return clone(stop)
    return make.binary("-", clone(stop), clone(start))


RULE = Rule(__name__.rpartition(".")[2], "containers", ("comprehension", "for"), match, prove, build, REFUSALS)
