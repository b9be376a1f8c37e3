"""
Take keys and values of a dict together.

    for k in d: ... d[k] ...   ->   for k, value in d.items(): ... value ...

Before:

    def weigh(numbers):
        squares = {index: index * index for index in range(5)}
        total = 0
        for key in squares:
            total += key * squares[key]
        return total

After:

    def weigh(numbers):
        squares = {index: index * index for index in range(5)}
        total = 0
        for key, value in squares.items():
            total += key * value
        return total

Why: the iteration has the value at hand, the lookup hashes the key and searches it again.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import WRITE_HEAP
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.facts.uses import may_be_same
from noodlecore_trm.ir.facts.values import Site, is_plain
from noodlecore_trm.ir.op import Op, Region, clone, walk
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "mapping_is_not_our_dict": "another mapping may compute its values, and someone else may change this one",
    "dict_is_changed_in_the_loop": "`d[k] = 0` before `d[k]` reads 0",
    "variable_is_changed_in_the_loop": "after `k = other` the lookup is of another key",
    "variable_may_be_changed": "a closure may rebind the key or the dict",
}


@dataclass(frozen=True)
class Items:
    """The loop, its lookups, and the name for the value."""

    loop: Op
    lookups: tuple[Op, ...]
    value: str


def match(function: Function, op: Op) -> bool:
    return not op.attrs["async"] and bool(_lookups(op))


def _lookups(loop: Op) -> tuple[Op, ...]:
    """The places of the body that read `d[k]`, outside of nested scopes."""
    target = loop.regions[0]
    mapping = loop.operands[0]
    if mapping.kind != "load" or len(target.ops) != 2 or target.ops[1].kind != "store":
        return ()
    key = target.ops[1].attrs["name"]
    return tuple(
        op
        for op in _own(loop.regions[1])
        if op.kind == "getitem"
        and op.operands[0].kind == op.operands[1].kind == "load"
        and op.operands[0].attrs["name"] == mapping.attrs["name"]
        and op.operands[1].attrs["name"] == key
        and not _is_augmented(op)
    )


def _own(region: Region) -> list[Op]:
    found = []
    for op in region.ops:
        found.append(op)
        for inner in op.regions:
            if inner.scope is None:
                found.extend(_own(inner))
    return found


def _is_augmented(op: Op) -> bool:
    assert op.region is not None
    return any(later.kind == "inplace" and later.operands[0] is op for later in op.region.ops)


def prove(function: Function, op: Op) -> Items | Refused:
    target, body, _ = op.regions
    mapping, key = op.operands[0], target.ops[1]
    if not function.is_local(mapping) or not function.is_local(key):
        return Refused("variable_may_be_changed")
    value = function.value(mapping)
    if not value or not all(
        isinstance(atom, Site) and atom.kind == "dict" and not atom.escaped and is_plain(atom.keys) for atom in value
    ):
        return Refused("mapping_is_not_our_dict")
    names = {mapping.attrs["name"], key.attrs["name"]}
    for inner in walk(body):
        if inner.kind in BINDERS and not names.isdisjoint(bound_names(inner)):
            return Refused("variable_is_changed_in_the_loop")
        if function.effects(inner) & WRITE_HEAP and may_be_same(function.written(inner), value):
            return Refused("dict_is_changed_in_the_loop")
    return Items(op, _lookups(op), function.fresh_name("value"))


def build(proof: Items) -> Replacement:
    loop = proof.loop
    edits = [Edit((lookup,), (make.load(proof.value),)) for lookup in proof.lookups]
    call = make.call(make.getattr_(clone(loop.operands[0]), "items"))
    key = loop.regions[0].ops[1]
    names = ((key.attrs["name"], key.attrs["scope"]), (proof.value, "local"))
    regions = tuple(make.bind(*name) for name in names)
    spread = Op("unpack", (Op("argument"),), {"type": "tuple", "star": -1}, regions)
    return Replacement((*edits, Edit((loop.operands[0],), (call,)), Edit((key,), (spread,))))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
