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
from noodlecore_trm.ir.facts.uses import can_drop, everything_in, may_be_same, yields_quietly
from noodlecore_trm.ir.op import Op, clone
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
    assert op.region is not None
    return not op.attrs["async"] and not op.region.inline and _appended(op) is not None


def _appended(loop: Op) -> Op | None:
    """The list that the body appends the loop variable to, and nothing else."""
    target, body, orelse = loop.regions
    statements = list(body.roots())
    if orelse.ops or len(target.ops) != 2 or target.ops[1].kind != "store" or len(statements) != 1:
        return None
    call = statements[0].operands[0] if statements[0].kind == "expression" else None
    if call is None or call.kind != "call" or len(call.operands) != 2 or call.attrs["keywords"]:
        return None
    method, item = call.operands
    if method.kind != "getattr" or method.attrs["name"] != "append" or method.operands[0].kind != "load":
        return None
    variable = target.ops[1].attrs["name"]
    if item.kind != "load" or item.attrs["name"] != variable or method.operands[0].attrs["name"] == variable:
        return None
    return method.operands[0]


def prove(function: Function, op: Op) -> Extension | Refused:
    grown = _appended(op)
    assert grown is not None
    items = op.operands[0]
    variable = op.regions[0].ops[1]
    if not function.is_exactly(grown, "list"):
        return Refused("list_is_not_known")
    if not (function.is_local(grown) and function.is_bound(grown)) or function.tree_effects(items) & WRITE_SLOT:
        return Refused("list_may_be_changed")
    if not yields_quietly(function, items):
        return Refused("items_may_run_foreign_code")
    if may_be_same(function.value(grown), function.value(items)):
        return Refused("iterates_over_itself")
    name = variable.attrs["name"]
    unused = function.is_local(variable) and not function.live_after(op, name)
    if not unused or not can_drop(function, name, everything_in(op)):
        return Refused("variable_is_used_afterwards")
    return Extension(op, grown, items)


def build(proof: Extension) -> Replacement:
    call = make.call(make.getattr_(clone(proof.grown), "extend"), clone(proof.items))
    return Replacement((Edit((proof.loop,), (make.expression(call),)),))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
