"""
Let `sum` add the items of a container up.

    for x in xs: total += x   ->   total = sum(xs, total)

Before:

    def triangle(word):
        total = 0
        for index in range(len(word)):
            total += index
        return total

After:

    def triangle(word):
        total = 0
        total = sum(range(len(word)), total)
        return total

Why: the additions stay in C. They are made one after the other from the same start, so floats
come out bit by bit the same on CPython 3.11; which object stands for an equal number is not
promised.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import FLOAT, INTEGERS
from noodlecore_trm.ir.facts.loops import can_call
from noodlecore_trm.ir.facts.uses import leaves_no_variable, shows_no_identity, yields_quietly
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.shapes import added, consumer, gathered
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "after `def sum(xs, start): return 0` the call means something else",
    "items_may_run_foreign_code": "an iterator in Python may look at the total, or raise and leave a part of it",
    "numbers_are_not_known": "`sum` refuses to add strings, and an int too large for a float raises half-way",
    "total_may_be_a_nan": "with no items the loop leaves the object as it was, and `total in kept` finds a NaN by that",
    "total_may_be_changed": "with no items an unbound total is not read by the loop, but by the call",
    "variable_is_used_afterwards": "the loop leaves its variable at the last item",
}


_PLAIN_FLOATS = sys.version_info < (3, 12)
"""Whether `sum` adds floats one by one; later versions correct the rounding errors."""


@dataclass(frozen=True)
class Sum:
    """The loop, the total as stored and loaded, and the items."""

    loop: Op
    total: Op
    items: Op


def match(function: Function, op: Op) -> bool:
    return gathered(op, added) is not None


def prove(function: Function, op: Op) -> Sum | Refused:
    total = gathered(op, added)
    assert total is not None
    items = op.operands[0]
    if not can_call(function, "sum"):
        return Refused("name_is_rebound")
    if not (function.is_local(total) and function.is_bound(total)) or function.tree_effects(items) & WRITE_SLOT:
        return Refused("total_may_be_changed")
    if not yields_quietly(function, items):
        return Refused("items_may_run_foreign_code")
    parts = (function.value(total), function.values.element(function.value(items)))
    if not all(parts) or not (
        all(part <= INTEGERS for part in parts) or (_PLAIN_FLOATS and all(part == FLOAT for part in parts))
    ):
        return Refused("numbers_are_not_known")
    if parts[0] == FLOAT and not _is_held_by_nobody_else(function, total):
        return Refused("total_may_be_a_nan")
    if not leaves_no_variable(function, op):
        return Refused("variable_is_used_afterwards")
    return Sum(op, total, items)


def _is_held_by_nobody_else(function: Function, total: Op) -> bool:
    """Whether what a variable holds was computed here, and goes nowhere before it is returned."""
    name = total.attrs["name"]
    for each in function.reaching.all[name]:
        if not isinstance(each, Op) or each.kind != "store" or not _is_new(function, each.operands[0]):
            return False
    loads = [each for each in function.mentions.get(name, ()) if each.kind == "load"]
    return all(_lets_go(function, load) for load in loads)


def _is_new(function: Function, value: Op) -> bool:
    if value.kind == "call":
        return function.builtin(value.operands[0]) == "sum"
    if value.kind == "unary":
        return bool(value.attrs["op"] == "-")
    return value.kind in ("constant", "binary", "inplace")


def _lets_go(function: Function, load: Op) -> bool:
    """Whether what takes a float does not keep it."""
    user = consumer(load)
    if user is None or shows_no_identity(function, load):
        return user is not None
    called = function.builtin(user.operands[0]) if user.kind == "call" else ""
    taker = consumer(user) if user.kind == "tuple" else user
    return (taker is not None and taker.kind in ("return", "format")) or called in ("sum", "round", "abs", "print")


def build(proof: Sum) -> Replacement:
    call = make.builtin("sum", clone(proof.items), clone(proof.total))
    scope = proof.total.attrs["scope"]
    return Replacement((Edit((proof.loop,), (make.store(proof.total.attrs["name"], call, scope),)),))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
