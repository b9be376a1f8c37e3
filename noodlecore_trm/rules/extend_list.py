"""
Append the items of a container at once.

    for x in xs: out.append(x)   ->   out.extend(xs)

Before:

    def collect(count):
        found = [-1]
        for index in range(count.bit_length()):
            found.append(index)
        return found

After:

    def collect(count):
        found = [-1]
        found.extend(range(count.bit_length()))
        return found

Why: the loop looks the method up and calls it for every item; `extend` copies them in C.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.uses import leaves_no_variable, may_be_same, yields_quietly
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.shapes import appended, gathered
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "list_is_not_known": "another object's `append` and `extend` may have nothing to do with each other",
    "list_may_be_changed": "a closure may rebind the variable between two turns",
    "items_may_run_foreign_code": "an iterator in Python sees the list grow item by item",
    "iterates_over_itself": "`for x in out: out.append(x)` does not end, `out.extend(out)` doubles it",
    "variable_is_used_afterwards": "the loop leaves its variable at the last item",
}


@dataclass(frozen=True)
class Extension:
    """The loop, the list and the items."""

    loop: Op
    grown: Op
    items: Op


def match(function: Function, op: Op) -> bool:
    return gathered(op, appended) is not None


def prove(function: Function, op: Op) -> Extension | Refused:
    grown = gathered(op, appended)
    assert grown is not None
    items = op.operands[0]
    if not function.is_exactly(grown, "list"):
        return Refused("list_is_not_known")
    if not (function.is_local(grown) and function.is_bound(grown)) or function.tree_effects(items) & WRITE_SLOT:
        return Refused("list_may_be_changed")
    if not yields_quietly(function, items):
        return Refused("items_may_run_foreign_code")
    if may_be_same(function.value(grown), function.value(items)):
        return Refused("iterates_over_itself")
    if not leaves_no_variable(function, op):
        return Refused("variable_is_used_afterwards")
    return Extension(op, grown, items)


def build(proof: Extension) -> Replacement:
    call = make.call(make.getattr_(clone(proof.grown), "extend"), clone(proof.items))
    return Replacement((Edit((proof.loop,), (make.expression(call),)),))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
