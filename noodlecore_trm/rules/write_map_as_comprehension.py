"""
Put the body of a lambda into a comprehension instead of calling it for each item.

    list(map(lambda x: e, xs))      ->   [e for x in xs]
    sum(filter(lambda x: c, xs))    ->   sum(x for x in xs if c)

Before:

    def lengths(text):
        sizes = list(map(lambda word: len(word) * 2, f"{text} end".split()))
        return sizes, sum(filter(lambda size: size > 4, sizes))

After:

    def lengths(text):
        sizes = [len(word) * 2 for word in f"{text} end".split()]
        return sizes, sum(size for size in sizes if size > 4)

Why: a call costs more than most of what lambdas compute.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.build import cloned
from noodlecore_trm.ir.dialect import CALL, SUSPEND
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.reaching import BINDERS
from noodlecore_trm.ir.facts.uses import taker
from noodlecore_trm.ir.facts.values import mapped_parameter
from noodlecore_trm.ir.op import Op, Region, clone, everything, tree, walk
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.ir.shapes import consumer
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "not_taken_at_once": "a `map` that is kept runs its lambda later, and is no generator",
    "foreign_code_may_stop_it": "a StopIteration out of `x * 2` ends a `map`, and is an error in a comprehension",
    "binds_a_name": "`lambda x: (last := x)` has a `last` of its own, a comprehension binds that of the function; "
    "and what a comprehension goes through must not hold a `:=`",
    "variable_may_be_unbound": "an unbound variable is another error in a comprehension on CPython 3.12",
}


@dataclass(frozen=True)
class Mapping:
    """The call of `map` or `filter`, the call it is the argument of, if any, and the kind of comprehension."""

    call: Op
    taken_by: Op | None
    type: str
    keeps: bool
    parent: Scope


def match(function: Function, op: Op) -> bool:
    return function.builtin(op.operands[0]) in ("map", "filter") and bool(mapped_parameter(op))


def prove(function: Function, op: Op) -> Mapping | Refused:
    user = consumer(op)
    name = taker(function, op)
    if user is None or not (name or (user.kind == "for" and not user.attrs["async"])):
        return Refused("not_taken_at_once")
    body = op.operands[1].regions[0]
    if any(function.effects(each) & (CALL | SUSPEND) for each in walk(body)):
        return Refused("foreign_code_may_stop_it")
    keeps = function.builtin(op.operands[0]) == "filter"
    if keeps and "any" in function.value(body.result):
        return Refused("foreign_code_may_stop_it")
    items = everything(op.operands[2])
    if any(each.kind in BINDERS for each in walk(body)) or any(each.kind == "walrus" for each in items):
        return Refused("binds_a_name")
    scope = body.scope
    assert scope is not None
    if not all(function.has_bound(each, op.operands[1]) for each, slot in scope.slots.items() if slot == "free"):
        return Refused("variable_may_be_unbound")
    kind = name if name in ("list", "set") else "generator"
    return Mapping(op, user if name else None, kind, keeps, next(function.scopes_around(op), function.scope))


def build(proof: Mapping) -> Replacement:
    _, function, items = proof.call.operands
    body = function.regions[0]
    assert body.scope is not None
    (name,) = function.attrs["parameters"]
    label = "<genexpr>" if proof.type == "generator" else f"<{proof.type}comp>"
    inner = Scope("comprehension", label, proof.parent, bound={name}, slots=dict(body.scope.slots))
    value = cloned(body).result
    if proof.keeps:
        kept = Region("block", tree(Op("comp_element", (make.load(name),))))
        last = Op("comp_if", (value,), {}, (kept,))
    else:
        last = Op("comp_element", (value,))
    loop = Op("comp_for", (Op("argument"),), {"async": False}, (make.bind(name), Region("block", tree(last))))
    region = Region("block", tree(loop), inner)
    made = Op("comprehension", (clone(items),), {"type": proof.type}, (region,))
    if proof.taken_by is None:
        return Replacement((Edit((proof.call,), (made,)),))
    if proof.type == "generator":
        made = make.call(clone(proof.taken_by.operands[0]), made)
    return Replacement((Edit((proof.taken_by,), (made,)),))


RULE = Rule(__name__.rpartition(".")[2], "calls", ("call",), match, prove, build, REFUSALS)
