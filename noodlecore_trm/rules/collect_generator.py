"""
Hand a container over instead of a generator where all items are taken at once.

    tuple(e for x in xs)          ->   tuple([e for x in xs])
    set(e for x in xs)            ->   {e for x in xs}
    dict((k, v) for k in xs)      ->   {k: v for k in xs}

Before:

    def table(text):
        size = len(text)
        keys = tuple(step * 2 for step in range(size))
        return keys, dict((key, None) for key in keys)

After:

    def table(text):
        size = len(text)
        keys = tuple([step * 2 for step in range(size)])
        return keys, {key: None for key in keys}

Why: a generator is entered and left for every item, a comprehension only once.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.dialect import CALL, SUSPEND
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import INTEGERS, NUMBERS, SCALARS, STR
from noodlecore_trm.ir.facts.uses import can_wait, may_be_unbound
from noodlecore_trm.ir.op import Op, Region, clone, tree, walk
from noodlecore_trm.ir.shapes import comprehended
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "after `def tuple(xs): return next(xs)` the call takes one item",
    "other_arguments_run_first": "`sorted((f(x) for x in xs), key=make())` calls make before f",
    "foreign_code_may_stop_it": "a StopIteration out of `x == y` leaves a generator as RuntimeError",
    "items_are_worked_on_in_between": "`max(1 // x for x in xs)` compares the first two before it divides again, "
    "`frozenset(x for x in [1, [], 2])` does not get to the 2",
    "separator_is_no_string": "the `join` of a class of one's own may take the first item only",
    "holds_a_named_scope": "the `__qualname__` of `tuple(lambda: x for x in xs)`'s functions names the generator",
    "variable_may_be_unbound": "an unbound variable is another error in a comprehension on CPython 3.12",
}

_TAKERS = frozenset(("tuple", "list", "set", "frozenset", "dict", "sorted", "sum", "min", "max"))


@dataclass(frozen=True)
class Collection:
    """The call, its generator, and what is built instead: by the call, or in its place."""

    call: Op
    generator: Op
    type: str
    alone: bool


def match(function: Function, op: Op) -> bool:
    callee = op.operands[0]
    if len(op.operands) - len(op.attrs["keywords"]) != 2 or op.operands[1].kind != "comprehension":
        return False
    if op.operands[1].attrs["type"] != "generator":
        return False
    if callee.kind == "getattr":
        return bool(callee.attrs["name"] == "join")
    if callee.kind != "load" or callee.attrs["scope"] != "global" or callee.attrs["name"] not in _TAKERS:
        return False
    return callee.attrs["name"] != "dict" or _pair(op.operands[1]) is not None


def _pair(generator: Op) -> Op | None:
    """The tuple of key and value that a generator gives."""
    pair = comprehended(generator).operands[0]
    plain = pair.kind == "tuple" and len(pair.operands) == 2 and all(each.kind != "star" for each in pair.operands)
    return pair if plain else None


def prove(function: Function, op: Op) -> Collection | Refused:
    callee, generator, *others = op.operands
    inside = generator.regions[0]
    if callee.kind == "getattr":
        if function.value(callee.operands[0]) != STR:
            return Refused("separator_is_no_string")
        name = "join"
    else:
        name = function.builtin(callee)
        if not name:
            return Refused("name_is_rebound")
    if others and (name != "sorted" or not all(_can_wait(function, other, inside) for other in others)):
        return Refused("other_arguments_run_first")
    if any(inner.kind == "lambda" or inner.attrs.get("type") == "generator" for inner in walk(inside)):
        return Refused("holds_a_named_scope")
    outermost = inside.ops[-1]
    if any(function.effects(inner) & (CALL | SUSPEND) for inner in walk(inside) if inner is not outermost):
        return Refused("foreign_code_may_stop_it")
    if outermost.attrs["async"]:
        return Refused("foreign_code_may_stop_it")
    elements = function.value(comprehended(generator).operands[-1])
    if name == "sum" and not (elements and (elements <= INTEGERS or elements == {"float"})):
        return Refused("items_are_worked_on_in_between")
    if name == "frozenset" and not (elements and elements <= SCALARS):
        return Refused("items_are_worked_on_in_between")
    if name in ("min", "max") and not (elements and (elements <= NUMBERS or elements <= STR)):
        return Refused("items_are_worked_on_in_between")
    if any(may_be_unbound(function, inner) for inner in inside.ops):
        return Refused("variable_may_be_unbound")
    return Collection(op, generator, name if name in ("set", "dict") else "list", name in ("list", "set", "dict"))


def _can_wait(function: Function, argument: Op, inside: Region) -> bool:
    """Whether it makes no difference that an argument is evaluated after the items have been."""
    if argument.kind == "lambda":
        return not argument.operands
    if any(op.kind == "walrus" for op in walk(inside)):
        return False
    effects = function.region_effects(inside)
    return all(can_wait(function, each, effects) for each in tree(argument))


def build(proof: Collection) -> Replacement:
    generator = clone(proof.generator)
    if proof.type == "dict":
        element = comprehended(generator)
        pair = element.operands[0]
        assert element.region is not None
        element.region.ops.remove(pair)
        element.operands = pair.operands
    built = Op("comprehension", generator.operands, {"type": proof.type}, generator.regions)
    replaced = proof.call if proof.alone else proof.generator
    return Replacement((Edit((replaced,), (built,)),))


RULE = Rule(__name__.rpartition(".")[2], "calls", ("call",), match, prove, build, REFUSALS)
