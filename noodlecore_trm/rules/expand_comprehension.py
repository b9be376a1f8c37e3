"""
Build a list in a loop that appends instead of a comprehension.

    out = [e for x in xs if c]   ->   out = []
                                      for x in xs: if c: out.append(e)

Before:

    def odd_squares(numbers):
        found = [number * number for number in numbers if number % 2]
        return found

After:

    def odd_squares(numbers):
        found = []
        for number in numbers:
            if number % 2:
                found.append(number * number)
        return found

Why: a comprehension makes and calls a function; for a few items the loop is faster, and other
rewrites can look into it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.function import MOST_BLOCKS
from noodlecore_trm.ir.facts.reaching import BINDERS
from noodlecore_trm.ir.facts.uses import may_be_unbound
from noodlecore_trm.ir.moving import binds_only_names, bound_in, outwards, taken, target_outwards
from noodlecore_trm.ir.op import Op, Region, clone, everything, walk
from noodlecore_trm.ir.scope import OF_THE_CLASS, Scope
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "variable_would_be_seen": "a loop variable at module level is part of the namespace",
    "list_may_be_seen_half_made": "a closure, or a handler after an error, would read the items found so far",
    "list_is_used_in_the_comprehension": "`xs = [x for x in xs]` reads the old list",
    "target_is_no_name": "`[x for self.a in xs]` binds an attribute",
    "binds_a_name": "`[last := x for x in xs]` binds a variable of the function",
    "holds_a_scope": "a lambda in the comprehension holds on to its variable",
    "variable_may_be_unbound": "an unbound variable is a NameError in a comprehension and an UnboundLocalError here",
    "name_is_declared_further_down": "`global total` after a use of total in the function itself is a SyntaxError",
    "would_find_another_frame": "`super()` finds no object in the frame of a comprehension, and does outside of it",
    "suspends": "`[await x for x in xs]` leaves the function in its midst",
    "nests_too_deep": "nine `for`s in a row would be nine levels that nobody can read",
}

_MOST_LOOPS = 3


@dataclass(frozen=True)
class Expansion:
    """The assignment, its comprehension, and the names to use outside."""

    store: Op
    comprehension: Op
    scope: Scope
    names: Mapping[str, str]


def match(function: Function, op: Op) -> bool:
    region = op.region
    assert region is not None
    value = op.operands[0]
    return (
        region.kind == "block"
        and not region.inline
        and value.kind == "comprehension"
        and value.attrs["type"] == "list"
        and not any(around.scope is not None for around in function.regions_around(op))
    )


def prove(function: Function, op: Op) -> Expansion | Refused:
    comprehension = op.operands[0]
    inside = comprehension.regions[0]
    if function.is_module:
        return Refused("variable_would_be_seen")
    if not function.is_local(op) or any(outer.kind in ("try", "with") for outer in function.enclosing(op)):
        return Refused("list_may_be_seen_half_made")
    for inner in everything(op):
        if inner.kind in ("yield", "yieldfrom", "await") or inner.attrs.get("async"):
            return Refused("suspends")
        if inner.kind == "load" and inner.attrs["name"] == op.attrs["name"]:
            return Refused("list_is_used_in_the_comprehension")
        if inner.kind == "load" and inner.attrs["name"] in OF_THE_CLASS:
            return Refused("would_find_another_frame")
    for inner in walk(inside):
        if any(region.scope is not None for region in inner.regions):
            return Refused("holds_a_scope")
        if inner.kind in BINDERS and inner.kind != "store":
            return Refused("binds_a_name")
    loops = [inner for inner in walk(inside) if inner.kind == "comp_for"]
    if len(loops) > _MOST_LOOPS or function.depth(op) + len(loops) > MOST_BLOCKS:
        return Refused("nests_too_deep")
    if not all(binds_only_names(loop.regions[0]) for loop in loops):
        return Refused("target_is_no_name")
    if any(may_be_unbound(function, inner) for inner in inside.ops):
        return Refused("variable_may_be_unbound")
    if any(inner.kind == "load" and function.is_declared_after(op, inner.attrs["name"]) for inner in walk(inside)):
        return Refused("name_is_declared_further_down")
    scope = inside.scope
    assert scope is not None
    conflicts = taken(function.scope, scope)
    names = {}
    for variable in dict.fromkeys(each for loop in loops for each in bound_in(loop.regions[0])):
        names[variable] = function.fresh_name(variable) if variable in conflicts else variable
    return Expansion(op, comprehension, function.scope, names)


def build(proof: Expansion) -> Replacement:
    name, scope = proof.store.attrs["name"], proof.store.attrs["scope"]
    first = proof.comprehension.regions[0].ops[-1]
    loop = _loop(proof, first, clone(proof.comprehension.operands[0]))
    return Replacement((Edit((proof.store,), (make.store(name, Op("list"), scope), loop)),))


def _loop(proof: Expansion, loop: Op, iterable: Op) -> Op:
    target = target_outwards(loop.regions[0], proof.scope, proof.names)
    body = make.block([_statement(proof, loop.regions[1])])
    return Op("for", (iterable,), {"async": False}, (target, body, make.block(())))


def _statement(proof: Expansion, region: Region) -> Op:
    inner = region.ops[-1]
    value = outwards(inner.operands[0], proof.scope, proof.names)
    if inner.kind == "comp_for":
        return _loop(proof, inner, value)
    if inner.kind == "comp_if":
        return make.if_(value, make.block([_statement(proof, inner.regions[0])]))
    out = make.load(proof.store.attrs["name"], proof.store.attrs["scope"])
    return make.expression(make.call(make.getattr_(out, "append"), value))


_NAME = __name__.rpartition(".")[2]
RULE = Rule(_NAME, "loops", ("store",), match, prove, build, REFUSALS, inverse="collect_in_comprehension")
