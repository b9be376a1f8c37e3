"""
Drop an assignment whose value nobody reads.

    x = 1; x = 2   ->   x = 2

Before:

    def width(text):
        size = 0
        size = len(text)
        return size

After:

    def width(text):
        size = len(text)
        return size

Why: the value is made and stored for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import is_plain
from noodlecore_trm.ir.facts.reaching import PARAMETER
from noodlecore_trm.ir.facts.uses import can_drop
from noodlecore_trm.ir.op import Op
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "variable_may_be_read_elsewhere": "a closure reads the variable whenever it is called",
    "value_is_not_silent": "`x = f()` calls f, `x = 1 / n` may raise",
    "name_would_become_global": "without a binding in the function the other uses mean a global variable",
    "drops_a_reference": "`x = None` lets go of a large object",
    "name_is_read_by_tools": "test runners look for `__tracebackhide__ = True` in a frame",
}


@dataclass(frozen=True)
class DeadStore:
    """The assignment."""

    store: Op


def match(function: Function, op: Op) -> bool:
    region = op.region
    assert region is not None
    if region.kind != "block" or region.inline or function.is_module or function.reaching.uses.get(op):
        return False
    return op.attrs["name"] in function.private and not any(
        around.scope is not None for around in function.regions_around(op)
    )


def prove(function: Function, op: Op) -> DeadStore | Refused:
    name = op.attrs["name"]
    if not function.is_local(op):
        return Refused("variable_may_be_read_elsewhere")
    if name.startswith("__"):
        return Refused("name_is_read_by_tools")
    if not function.is_silent(op.operands[0]):
        return Refused("value_is_not_silent")
    if not can_drop(function, name, {op}):
        return Refused("name_would_become_global")
    if _drops_a_reference(function, op):
        return Refused("drops_a_reference")
    return DeadStore(op)


def _drops_a_reference(function: Function, op: Op) -> bool:
    """Whether the variable may hold an object that the assignment lets go of."""
    region = op.region
    assert region is not None
    looping = function.in_loop(op)
    position = region.index(op)
    for definition in function.reaching.all[op.attrs["name"]]:
        if definition is op:
            continue
        if definition is PARAMETER:
            return True
        if isinstance(definition, Op):
            later = not looping and definition.region is region and region.index(definition) > position
            value = function.values.definition(definition)
            if not later and not (value and is_plain(value)):
                return True
    return False


def build(proof: DeadStore) -> Replacement:
    return Replacement((Edit((proof.store,), ()),))


RULE = Rule(__name__.rpartition(".")[2], "statements", ("store",), match, prove, build, REFUSALS)
