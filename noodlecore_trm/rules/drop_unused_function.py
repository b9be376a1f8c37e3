"""
Drop a function inside a function that nobody calls or hands on.

    def helper(x): ...   ->   (nothing)

Before:

    def total(n):
        def square(x): return x * x
        half = lambda x: x // 2
        found = 0
        for i in range(n):
            found += i * i
        return found

After:

    def total(n):
        found = 0
        for i in range(n):
            found += i * i
        return found

Why: a function object is made each time, and what it reads from around it is kept where it takes longer to
find. Calls that were replaced by what they call leave such functions behind.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.reaching import function_made_by
from noodlecore_trm.ir.facts.uses import can_drop
from noodlecore_trm.ir.op import Op
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "may_be_called_from_elsewhere": "another nested function calls it whenever that is called",
    "makes_more_than_a_function": "a decorator, a default or an annotation may be a call",
    "name_is_used_otherwise": "without the `def` a `del` of its name, or another use, means something else",
}


@dataclass(frozen=True)
class Unused:
    """The `def`, or the assignment of a lambda."""

    definition: Op


def match(function: Function, op: Op) -> bool:
    region = op.region
    assert region is not None
    if function_made_by(op) is None or region.kind != "block" or region.inline or function.is_module:
        return False
    return op.attrs["name"] in function.private and not function.reaching.uses.get(op)


def prove(function: Function, op: Op) -> Unused | Refused:
    name = op.attrs["name"]
    if name in function.captured:
        return Refused("may_be_called_from_elsewhere")
    made = function_made_by(op)
    assert made is not None
    if "d" in made.attrs["layout"] or not all(map(function.is_silent, made.operands)):
        return Refused("makes_more_than_a_function")
    if function.reaching.all[name] != {op} or not can_drop(function, name, {op}):
        return Refused("name_is_used_otherwise")
    return Unused(op)


def build(proof: Unused) -> Replacement:
    return Replacement((Edit((proof.definition,), ()),))


RULE = Rule(__name__.rpartition(".")[2], "statements", ("def", "store"), match, prove, build, REFUSALS)
