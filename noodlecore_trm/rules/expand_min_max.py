"""
Write a two- or three-way `min` or `max` as the comparisons it makes.

    min(a, b)          ->   b if b < a else a
    max(best, f(x))    ->   other if (other := f(x)) > best else best
    x = min(p, q, r)   ->   lowest = p; if (other := q) < lowest: lowest = other; ...

Before:

    def clamp(value, low, high):
        return max(low, min(value, high))

After:

    def clamp(value, low, high):
        return other if (other := high if high < value else value) > low else low

Why: the call of the builtin builds an argument array and an iterator; the comparison alone is
two to seven times faster on CPython 3.11. The builtin compares each later argument with the best
one so far, in this order and with this operator, so operands of any type give the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import CALL, RAISE
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import METHOD, NUMBERS
from noodlecore_trm.ir.facts.reaching import BINDERS
from noodlecore_trm.ir.facts.uses import is_iterated
from noodlecore_trm.ir.op import Op, clone, tree, walk
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "after `def min(a, b): return 0` the call means something else",
    "takes_a_key_or_an_iterable": "`min(a, b, key=f)` compares keys and `min(a)` items",
    "operand_may_be_unbound": "the comparison reads the second name first, so another UnboundLocalError would come out",
    "temporary_has_no_place": "`while max(f(), g()) > 0` has no statement before the test to keep f() in",
    "temporary_would_be_seen": "a new name at module or class level is part of the namespace",
    "operand_binds_a_name": "`min(a, (a := b))` reads a before it is bound again",
    "suspends": "`min(yield, yield)` leaves the function between its operands",
}

_SYMBOL = {"min": "<", "max": ">"}
_BEST = {"min": "lowest", "max": "highest"}


@dataclass(frozen=True)
class Comparison:
    """The call, its operands in order, and the names for what has to be kept."""

    call: Op
    symbol: str
    operands: tuple[Op, ...]
    simple: frozenset[Op]  # operands that can be read twice: constants and variables nothing else can rebind
    statement: Op | None  # temporaries go before it
    interleaved: bool
    best: str
    other: str
    third: str


def match(function: Function, op: Op) -> bool:
    callee = op.operands[0]
    return callee.kind == "load" and callee.attrs["name"] in _SYMBOL and callee.attrs["scope"] == "global"


def prove(function: Function, op: Op) -> Comparison | Refused:
    name = function.builtin(op.operands[0])
    if not name:
        return Refused("name_is_rebound")
    operands = op.operands[1:]
    if op.attrs["keywords"] or not 2 <= len(operands) <= 3 or any(operand.kind == "star" for operand in operands):
        return Refused("takes_a_key_or_an_iterable")
    for operand in operands:
        if operand.kind == "load" and function.is_local(operand) and not function.is_bound(operand):
            return Refused("operand_may_be_unbound")
        below = list(tree(operand))
        for each in tree(operand):
            for region in each.regions:
                below.extend(walk(region))
        if any(each.kind in BINDERS for each in below):
            return Refused("operand_binds_a_name")
        if any(each.kind in ("yield", "yieldfrom", "await") for each in below):
            return Refused("suspends")
    simple = frozenset(
        operand
        for operand in operands
        if operand.kind == "constant" or (operand.kind == "load" and function.is_local(operand))
    )
    if len(simple) < len(operands) and (function.is_module or _in_own_scope(function, op)):
        return Refused("temporary_would_be_seen")
    if len(simple) < len(operands) and is_iterated(op):
        return Refused("temporary_has_no_place")
    statement = None
    if len(operands) == 3 or not simple:
        statement = _place_before(function, op)
        if statement is None:
            return Refused("temporary_has_no_place")
    interleaved = all(function.value(operand) and function.value(operand) <= NUMBERS for operand in operands)
    other = "" if len(simple) == len(operands) else function.fresh_name("other")
    best = function.fresh_name(_BEST[name]) if statement is not None else ""
    third = function.fresh_name("third") if len(operands) == 3 and not interleaved else ""
    return Comparison(op, _SYMBOL[name], operands, simple, statement, interleaved, best, other, third)


def _in_own_scope(function: Function, op: Op) -> bool:
    """Inside a lambda, comprehension or class body, where a walrus means something else."""
    return any(region.scope is not None for region in function.regions_around(op))


def _place_before(function: Function, call: Op) -> Op | None:
    """The statement that does nothing that matters before it evaluates `call`, if one can be put before it."""
    region = call.region
    if region is None or region.kind != "block" or region.inline:
        return None
    if region.parent is not None and region.parent.kind in ("comprehension", "comp_for", "comp_if"):
        return None
    statement = function.statement(call)
    if statement.kind == "assert":
        return None  # `python -O` leaves assertions out, but not what stands before them
    if statement.attrs.get("elif") or statement.attrs.get("joined"):
        return None
    for op in tree(statement):
        if op is tree(call)[0]:
            return statement
        if not _is_settled(function, op):
            return None
    return None


def _is_settled(function: Function, op: Op) -> bool:
    """
    Whether evaluating an op first or later makes no difference to anyone.

    A dict display takes what is behind `**` in before it evaluates the next, and may run its code then.
    """
    if function.effects(op) & CALL:
        return False
    if op.kind == "load":
        return function.is_local(op) and function.is_bound(op)
    return op.kind == "constant" or (
        op.kind == "getattr" and function.value(op) == METHOD and not function.effects(op) & RAISE
    )


def build(proof: Comparison) -> Replacement:
    if proof.statement is None:
        return Replacement((Edit((proof.call,), (_expression(proof),)),))
    first, *rest = proof.operands
    before = [make.store(proof.best, clone(first))]
    if len(rest) == 1:
        later = _comparison(proof, make.load(proof.best), rest[0])
        return Replacement((Edit((proof.call,), (later,)), Edit((proof.statement,), (*before, proof.statement))))
    uses = [_twice(proof, operand) for operand in rest]
    if not proof.interleaved:
        # every operand is evaluated before the first comparison runs
        for index, (name, operand) in enumerate(zip((proof.other, proof.third), rest, strict=True)):
            if operand not in proof.simple:
                before.append(make.store(name, clone(operand)))
                uses[index] = make.load(name), make.load(name)
    for taken, again in uses:
        test = make.compare(proof.symbol, taken, make.load(proof.best))
        before.append(make.if_(test, make.block([make.store(proof.best, again)])))
    return Replacement(
        (Edit((proof.call,), (make.load(proof.best),)), Edit((proof.statement,), (*before, proof.statement)))
    )


def _expression(proof: Comparison) -> Op:
    left, right = proof.operands
    if left in proof.simple:
        return _comparison(proof, left, right)
    taken, again = _twice(proof, left)
    return make.select(make.compare(proof.symbol, clone(right), taken), clone(right), again)


def _comparison(proof: Comparison, best: Op, operand: Op) -> Op:
    """`operand if operand < best else best`, with the operand evaluated once."""
    taken, again = _twice(proof, operand)
    return make.select(make.compare(proof.symbol, taken, clone(best)), again, clone(best))


def _twice(proof: Comparison, operand: Op) -> tuple[Op, Op]:
    """An operand for its first and its second use."""
    if operand in proof.simple:
        return clone(operand), clone(operand)
    return make.walrus(proof.other, clone(operand)), make.load(proof.other)


RULE = Rule(__name__.rpartition(".")[2], "calls", ("call",), match, prove, build, REFUSALS)
