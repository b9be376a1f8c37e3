"""Functions that call themselves, as they behave for arguments that are exact ints."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from dataclasses import dataclass

from noodlecore_trm.ir.dialect import PURE, RAISE, SPECS
from noodlecore_trm.ir.facts.atoms import INT, NONE, NOTHING, Value
from noodlecore_trm.ir.facts.function import Function
from noodlecore_trm.ir.facts.reaching import PARAMETER
from noodlecore_trm.ir.facts.values import Values
from noodlecore_trm.ir.op import Op, Region, tree
from noodlecore_trm.ir.shapes import consumer

_ROUNDS = 6
_EXCEPTIONS = frozenset(
    name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, Exception)
)


@dataclass(frozen=True, eq=False)
class Recursion:
    """The calls of itself in a function, its parameters, and what is known if those are ints."""

    calls: tuple[Op, ...]
    parameters: tuple[str, ...]
    values: Values
    result: Value
    effects: int


def own_calls(function: Function) -> list[Op]:
    """Where a function of module level calls the global of its own name."""
    name = "" if function.op is None else function.op.attrs["name"]
    loads = (op for op in function.mentions.get(name, ()) if op.kind == "load" and op.attrs["scope"] == "global")
    users = ((load, consumer(load)) for load in loads)
    return [user for load, user in users if user is not None and user.kind == "call" and user.operands[0] is load]


def is_plain(function: Function) -> bool:
    """Whether a global name is bound to the function alone, which takes plain parameters and makes no scopes."""
    facts, op, scope = function.facts, function.op, function.scope
    if op is None or op.region is not facts.module.body or op.region.inline or op.attrs["kind"] != "def":
        return False
    assert facts.scope is not None
    name = op.attrs["name"]
    if facts.bindings.get(name) != [op] or name in facts.scope.written_below or facts.star_import:
        return False
    if function.of_kind("global"):
        return False
    simple = set(op.attrs["layout"]) <= {"a"} and not any(each[0] in "*/" for each in op.attrs["parameters"])
    return simple and not scope.suspends and not scope.children and set(scope.slots.values()) <= {"local", "global"}


def keeps_parameters(function: Function) -> bool:
    return all(function.reaching.all.get(name) == {PARAMETER} for name in function.scope.parameters)


def solve(function: Function) -> Recursion | None:
    """What is known of a plain function if all arguments are exact ints; None if that does not settle."""
    calls = tuple(own_calls(function))
    parameters = tuple(function.scope.parameters)
    result = NOTHING
    for _ in range(_ROUNDS):
        values = Values(
            function.body,
            function.reaching,
            function.private,
            function.captured,
            function.builtin,
            function.of_kind("call"),
            _answering(calls, result),
            dict.fromkeys(parameters, INT),
        )
        found = NOTHING
        for op in function.of_kind("return"):
            found |= values.value(op.operands[0]) if op.operands else NONE
        if found == result:
            return Recursion(calls, parameters, values, result, _effects(function, values, function.body))
        result = found
    return None


def _answering(calls: tuple[Op, ...], result: Value) -> Callable[[Op], Callable[[Values], tuple[Value, int] | None]]:
    return lambda call: lambda values: (result, RAISE) if call in calls else None


def _effects(function: Function, values: Values, body: Region) -> int:
    """The joined effects of a block, where an exception that is made to be raised counts for no more than that."""
    mask = PURE
    for root in body.roots():
        if root.kind == "raise" and _raises_plainly(function, root):
            mask |= RAISE
            continue
        for op in tree(root):
            mask |= values.effects.get(op, SPECS[op.kind].effects)
            for region in op.regions:
                mask |= _effects(function, values, region) if region.kind == "block" else values.below(region)
    return mask


def _raises_plainly(function: Function, op: Op) -> bool:
    """Whether a statement is `raise ValueError` or `raise ValueError("...")`, of a builtin exception."""
    if len(op.operands) != 1:
        return False
    (raised,) = op.operands
    if raised.kind == "call":
        raised, *arguments = raised.operands
        if any(argument.kind not in ("constant", "load") for argument in arguments):
            return False
    return function.builtin(raised) in _EXCEPTIONS
