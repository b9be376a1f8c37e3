"""
Write `any` or `all` of a generator as the loop it runs.

    return any(c for x in xs)   ->   for x in xs: if c: return True
                                     return False
    flag = all(c for x in xs)   ->   flag = True
                                     for x in xs: if not c: flag = False; break

Before:

    def find_gap(word):
        limit = len(word)
        return any(step * step % 7 == limit for step in range(1, 40))

After:

    def find_gap(word):
        limit = len(word)
        for step in range(1, 40):
            if step * step % 7 == limit:
                return True
        return False

Why: the generator is made, entered and left for every item; the loop stays in one frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import CALL, SUSPEND
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.function import MOST_BLOCKS
from noodlecore_trm.ir.facts.uses import is_quantifier, may_be_unbound
from noodlecore_trm.ir.moving import binds_only_names, bound_in, outwards, taken, target_outwards
from noodlecore_trm.ir.op import Op, Region, clone, tree, walk
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.ir.shapes import consumer
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "nests_too_deep": "the compiler takes no more than twenty loops in one another",
    "name_is_rebound": "after `def any(xs): return xs` nothing is tested",
    "variable_would_be_seen": "a loop variable at module level is part of the namespace",
    "result_has_no_place": "`f(g(), any(...))` runs g first, and `while any(...)` has no statement before it",
    "foreign_code_may_stop_it": "a StopIteration out of `x == y` leaves a generator as RuntimeError",
    "target_is_no_name": "`any(x for self.a in xs)` binds an attribute",
    "several_loops": "`break` leaves only the inner of two loops",
    "binds_a_name": "`any((hit := x) for x in xs)` binds a variable of the function",
    "holds_a_scope": "a lambda in the condition holds on to the variable of the generator",
    "variable_may_be_unbound": "an unbound variable is a NameError in a generator and an UnboundLocalError here",
    "name_is_declared_further_down": "`global total` after a use of total in the function itself is a SyntaxError",
    "suspends": "`any(await x for x in xs)` is an error, the loop is not",
}


@dataclass(frozen=True)
class Quantifier:
    """The call, its generator, the statement it belongs to and the names to use outside."""

    generator: Op
    call: Op
    statement: Op
    decisive: bool  # any stops at True, all at False
    scope: Scope
    names: Mapping[str, str]
    result: str  # empty: the statement returns the value


def match(function: Function, op: Op) -> bool:
    return is_quantifier(op)


def prove(function: Function, op: Op) -> Quantifier | Refused:
    name = function.builtin(op.operands[0])
    generator = op.operands[1]
    inside = generator.regions[0]
    if not name:
        return Refused("name_is_rebound")
    if function.is_module:
        return Refused("variable_would_be_seen")
    statement = _place(function, op)
    if statement is None:
        return Refused("result_has_no_place")
    for inner in walk(inside):
        if inner.kind in ("yield", "yieldfrom", "await") or inner.attrs.get("async"):
            return Refused("suspends")
        if inner.kind == "walrus":
            return Refused("binds_a_name")
        if any(region.scope is not None for region in inner.regions):
            return Refused("holds_a_scope")
    loops = [inner for inner in walk(inside) if inner.kind == "comp_for"]
    if not all(binds_only_names(loop.regions[0]) for loop in loops):
        return Refused("target_is_no_name")
    if any(function.effects(inner) & (CALL | SUSPEND) for inner in walk(inside) if inner is not loops[0]):
        return Refused("foreign_code_may_stop_it")
    if function.depth(op) + len(loops) > MOST_BLOCKS:
        return Refused("nests_too_deep")
    returned = statement.kind == "return" and statement.operands[0] is op
    if len(loops) > 1 and not returned:
        return Refused("several_loops")
    if any(may_be_unbound(function, inner) for inner in inside.ops):
        return Refused("variable_may_be_unbound")
    if any(inner.kind == "load" and function.is_declared_after(op, inner.attrs["name"]) for inner in walk(inside)):
        return Refused("name_is_declared_further_down")
    scope = inside.scope
    assert scope is not None
    names = {}
    conflicts = taken(function.scope, scope)
    for variable in dict.fromkeys(each for loop in loops for each in bound_in(loop.regions[0])):
        names[variable] = function.fresh_name(variable) if variable in conflicts else variable
    result = "" if returned else function.fresh_name("found" if name == "any" else "passed")
    return Quantifier(generator, op, statement, name == "any", function.scope, names, result)


def _place(function: Function, call: Op) -> Op | None:
    """The statement that does nothing before it evaluates `call`, if others can be put before it."""
    region = call.region
    if region is None or region.kind != "block" or region.inline or consumer(call) is None:
        return None
    if any(around.scope is not None for around in function.regions_around(call)):
        return None
    statement = function.statement(call)
    if statement.region is not region or statement.attrs.get("elif") or statement.attrs.get("joined"):
        return None
    if statement.kind in ("def", "class", "match", "annassign", "assert"):
        return None  # `python -O` leaves assertions out
    return statement if tree(statement)[0] is tree(call)[0] else None


def build(proof: Quantifier) -> Replacement:
    outermost = proof.generator.regions[0].ops[-1]
    loop = _loop(proof, outermost, clone(proof.generator.operands[0]))
    if not proof.result:
        fallback = make.return_(make.constant(not proof.decisive))
        return Replacement((Edit((proof.statement,), (loop, fallback)),))
    start = make.store(proof.result, make.constant(not proof.decisive))
    return Replacement(
        (
            Edit((proof.call,), (make.load(proof.result),)),
            Edit((proof.statement,), (start, loop, proof.statement)),
        )
    )


def _loop(proof: Quantifier, loop: Op, iterable: Op) -> Op:
    target = target_outwards(loop.regions[0], proof.scope, proof.names)
    body = make.block(_body(proof, loop.regions[1]))
    return Op("for", (iterable,), {"async": False}, (target, body, make.block(())))


def _body(proof: Quantifier, region: Region) -> list[Op]:
    """What the rest of the generator does with an item."""
    tests: list[Op] = []
    inner = region.ops[-1]
    while inner.kind == "comp_if":
        tests.append(_moved(proof, inner.operands[0]))
        inner = inner.regions[0].ops[-1]
    if inner.kind == "comp_for":
        body = [_loop(proof, inner, _moved(proof, inner.operands[0]))]
    else:
        element = _moved(proof, inner.operands[0])
        tests.append(element if proof.decisive else make.negation(element))
        body = _decide(proof)
    return [make.if_(make.conjunction(tests), make.block(body))] if tests else body


def _decide(proof: Quantifier) -> list[Op]:
    decision = make.constant(proof.decisive)
    if not proof.result:
        return [make.return_(decision)]
    return [make.store(proof.result, decision), Op("break")]


def _moved(proof: Quantifier, op: Op) -> Op:
    return outwards(op, proof.scope, proof.names)


RULE = Rule(__name__.rpartition(".")[2], "calls", ("call",), match, prove, build, REFUSALS)
