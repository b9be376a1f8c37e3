"""
Pass arguments by position that are given by name to a function of the module.

    area(width=w, height=h)   ->   area(w, h)

Before:

    def area(width, height, scale=1):
        result = width * height
        for _ in range(scale):
            result += result
        return result
    _area = area

    def total(n):
        found = 0
        if type(n) is int and area is _area:
            for i in range(n):
                found += area(width=i, height=n, scale=2)
        else:
            for i in range(n):
                found += area(width=i, height=n, scale=2)
        return found

After:

    def area(width, height, scale=1):
        result = width * height
        for _ in range(scale):
            result += result
        return result
    _area = area

    def total(n):
        found = 0
        if type(n) is int and area is _area:
            for i in range(n):
                found += area(i, n, 2)
        else:
            for i in range(n):
                found += area(width=i, height=n, scale=2)
        return found

Why: a call with names looks each of them up among those of the parameters.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.leaves import bind_arguments
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "function_is_not_known": "a function with a decorator, `*args` or a second `def` of its name may be anything",
    "arguments_do_not_fit": "`f(x=1, x_=2)` for a function without `x_` raises",
    "name_may_mean_another_function": "without a check `area` may be bound to one with its parameters in another order",
    "arguments_would_change_places": "`f(y=g(), x=h())` calls g before h",
}


@dataclass(frozen=True)
class Positions:
    """The call, and its arguments in order of the parameters; defaults fill the gaps."""

    call: Op
    arguments: tuple[Op, ...]


def match(function: Function, op: Op) -> bool:
    callee = op.operands[0]
    if not op.attrs["keywords"] or callee.kind != "load" or callee.attrs["scope"] != "global":
        return False
    bindings = function.facts.bindings.get(callee.attrs["name"])
    return bindings is not None and len(bindings) == 1 and bindings[0].kind == "def"


def prove(function: Function, op: Op) -> Positions | Refused:
    name = op.operands[0].attrs["name"]
    callee = function.facts.callee(name)
    if callee is None:
        return Refused("function_is_not_known")
    bound = bind_arguments(callee, op)
    if bound is None:
        return Refused("arguments_do_not_fit")
    if not function.trusts(op, name):
        return Refused("name_may_mean_another_function")
    given = op.operands[1:]
    ordered = [bound[parameter] for parameter in callee.parameters]
    while ordered[-1] not in given:
        ordered.pop()
    written = [argument for argument in ordered if argument in given]
    if written != list(given) and not all(function.is_silent(argument) for argument in given):
        return Refused("arguments_would_change_places")
    return Positions(op, tuple(ordered))


def build(proof: Positions) -> Replacement:
    given = proof.call.operands
    arguments = (argument if argument in given else clone(argument) for argument in proof.arguments)
    call = Op("call", (given[0], *arguments), {"keywords": ()}, (), proof.call.origin)
    call.edited = True
    return Replacement((Edit((proof.call,), (call,)),))


RULE = Rule(__name__.rpartition(".")[2], "calls", ("call",), match, prove, build, REFUSALS)
