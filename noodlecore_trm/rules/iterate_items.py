"""
Take keys and values of a dict together.

    for k in d: ... d[k] ...   ->   for k, value in d.items(): ... value ...
    for k in d: ... d[k] ...   ->   for value in d.values(): ... value ...      where k is used for nothing else

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
from noodlecore_trm.ir.facts.atoms import Site, is_plain
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.facts.uses import leaves_no_variable, may_be_same
from noodlecore_trm.ir.op import Op, Region, clone, walk
from noodlecore_trm.ir.shapes import method_call
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "mapping_is_not_our_dict": "another mapping may compute its values, and someone else may change this one",
    "dict_is_changed_in_the_loop": "`d[k] = 0` before `d[k]` reads 0",
    "variable_is_changed_in_the_loop": "after `k = other` the lookup is of another key",
    "variable_may_be_changed": "a closure may rebind the key or the dict",
}


@dataclass(frozen=True)
class Items:
    """The loop, the dict, the lookups, the name for the value, and whether the key is used for more."""

    loop: Op
    mapping: Op
    lookups: tuple[Op, ...]
    value: str
    keeps_key: bool


def match(function: Function, op: Op) -> bool:
    return not op.attrs["async"] and bool(_lookups(op))


def _lookups(loop: Op) -> tuple[Op, ...]:
    """The places of the body that read `d[k]`, outside of nested scopes."""
    target = loop.regions[0]
    mapping = _mapping(loop)
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


def _mapping(loop: Op) -> Op:
    """What the loop goes through, by itself or by its keys."""
    call = method_call(loop.operands[0], "keys")
    return call.operands[0].operands[0] if call is not None and len(call.operands) == 1 else loop.operands[0]


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
    mapping, key = _mapping(op), target.ops[1]
    if not function.is_local(mapping) or not function.is_local(key):
        return Refused("variable_may_be_changed")
    value = function.value(mapping)
    if not value or not all(
        isinstance(atom, Site) and atom.kind == "dict" and not atom.escaped and is_plain(atom.keys) for atom in value
    ):
        return Refused("mapping_is_not_our_dict")
    names = {mapping.attrs["name"], key.attrs["name"]}
    if len(names) == 1:
        return Refused("variable_is_changed_in_the_loop")
    for inner in walk(body):
        if inner.kind in BINDERS and not names.isdisjoint(bound_names(inner)):
            return Refused("variable_is_changed_in_the_loop")
        if function.effects(inner) & WRITE_HEAP and may_be_same(function.written(inner), value):
            return Refused("dict_is_changed_in_the_loop")
    lookups = _lookups(op)
    keys = {lookup.operands[1] for lookup in lookups}
    keeps_key = not leaves_no_variable(function, op) or any(
        inner.kind == "load" and inner.attrs["name"] == key.attrs["name"] and inner not in keys
        for region in op.regions[1:]
        for inner in walk(region)
    )
    return Items(op, mapping, lookups, function.fresh_name("value"), keeps_key)


def build(proof: Items) -> Replacement:
    loop = proof.loop
    edits = [Edit((lookup,), (make.load(proof.value),)) for lookup in proof.lookups]
    view = make.call(make.getattr_(clone(proof.mapping), "items" if proof.keeps_key else "values"))
    key = loop.regions[0].ops[1]
    value = make.bind(proof.value)
    if proof.keeps_key:
        regions = (make.bind(key.attrs["name"], key.attrs["scope"]), value)
        target = Op("unpack", (Op("argument"),), {"type": "tuple", "star": -1}, regions)
    else:
        target = value.ops[1]
    return Replacement((*edits, Edit((loop.operands[0],), (view,)), Edit((key,), (target,))))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
