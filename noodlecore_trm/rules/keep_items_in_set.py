"""
Keep the items of a list in a set as well, for the length of a loop that looks values up in it.

    for ...: if x not in seen: seen.append(x)   ->   seen_set = set(seen)
                                                     for ...: if x not in seen_set: seen.append(x); seen_set.add(x)

Before:

    def endings(limit):
        seen = []
        for n in range(limit):
            ending = n * n % 1000
            if ending not in seen:
                seen.append(ending)
        return seen

After:

    def endings(limit):
        seen = []
        seen_set = set(seen)
        for n in range(limit):
            ending = n * n % 1000
            if ending not in seen_set:
                seen.append(ending)
                seen_set.add(ending)
        return seen

Why: a list is compared item by item, so that collecting n different ones takes time in the square of n.
Only where all values are of types whose equal objects have equal hashes, and nothing else changes the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import WRITE_HEAP
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import Site, Value, is_plain, type_name
from noodlecore_trm.ir.facts.loops import can_call, changed_names, turning
from noodlecore_trm.ir.facts.uses import may_be_same
from noodlecore_trm.ir.op import Op, clone, running
from noodlecore_trm.ir.shapes import consumer, method_call
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "set_is_rebound": "after `def set(xs): ...` the name means something else",
    "list_is_not_known": "`x in xs` of an xs of unknown class runs its `__contains__`",
    "value_may_be_unhashable": "`[] in [1]` is False, `[] in {1}` raises TypeError",
    "item_may_be_unhashable": "an item of a class of one's own has its own `__hash__` and `__eq__`, or none",
    "list_changes_otherwise": "after `seen.remove(x)` or `seen[0] = x` the set would hold other items",
    "appended_value_is_computed": "in `seen.append(next(xs))` the value would have to be computed twice",
    "shares_its_line": "in `seen.append(x); n += 1` there is no room for another statement",
}


@dataclass(frozen=True)
class Kept:
    """The loop, the lists in the tests in it, the statements that append to that list, and the name of the set."""

    loop: Op
    lists: tuple[Op, ...]
    appending: tuple[Op, ...]
    name: str


def match(function: Function, op: Op) -> bool:
    if function.is_module or op.region is None or op.region.kind != "block" or op.attrs.get("async"):
        return False
    return any(True for _ in _searched(function, op))


def _searched(function: Function, loop: Op) -> Iterator[Op]:
    """The variables, not bound in the loop, that values are looked up in, and which may be lists."""
    changed: set[str] | None = None
    for op in running(*loop.regions[:2]):
        if op.kind != "compare" or op.attrs["op"] not in ("in", "not in") or op.operands[1].kind != "load":
            continue
        searched = op.operands[1]
        if any(type_name(atom) not in ("list", "any") for atom in function.value(searched)):
            continue
        if changed is None:
            changed = changed_names(loop)
        inner = any(region.scope is not None for region in function.regions_around(searched))
        if searched.attrs["name"] not in changed and not inner:
            yield searched


def prove(function: Function, op: Op) -> Kept | Refused:
    refused = Refused("list_is_not_known")
    names = dict.fromkeys(load.attrs["name"] for load in _searched(function, op))
    for name in names:
        proof = _prove(function, op, [load for load in _searched(function, op) if load.attrs["name"] == name])
        if not isinstance(proof, Refused):
            return proof
        refused = proof
    return refused


def _prove(function: Function, loop: Op, lists: list[Op]) -> Kept | Refused:
    held = function.value(lists[0])
    for load in lists:
        test = consumer(load)
        assert test is not None
        value = function.value(test.operands[0])
        if not value or not is_plain(value):
            return Refused("value_may_be_unhashable")
    if not _is_known(function, lists[0], held):
        return Refused("list_is_not_known")
    if not all(is_plain(atom.elements) for atom in held if isinstance(atom, Site)):
        return Refused("item_may_be_unhashable")
    if not can_call(function, "set"):
        return Refused("set_is_rebound")
    appending = []
    for op in turning(loop):
        if not function.effects(op) & WRITE_HEAP or not may_be_same(function.written(op), held):
            continue
        statement = consumer(op)
        if statement is None or not _appends(op, statement, lists[0]):
            return Refused("list_changes_otherwise")
        if op.operands[1].kind not in ("load", "constant"):
            return Refused("appended_value_is_computed")
        assert statement.region is not None
        if statement.region.inline or statement.attrs.get("joined"):
            return Refused("shares_its_line")
        appending.append(statement)
    name = function.fresh_name(f"{lists[0].attrs['name'].strip('_').lower() or 'item'}_set")
    return Kept(loop, tuple(lists), tuple(appending), name)


def _is_known(function: Function, load: Op, held: Value) -> bool:
    """Whether a variable holds a list whose items are known, all the time that it is read."""
    if not held or not all(isinstance(atom, Site) and atom.kind == "list" and not atom.escaped for atom in held):
        return False
    if load.attrs["scope"] == "global":
        return True  # the test of the version around has shown it, and nothing that runs in the arm binds it
    return function.is_local(load) and function.is_bound(load)


def _appends(call: Op, statement: Op, load: Op) -> bool:
    """Whether a statement appends one value to a variable, and does nothing else."""
    if statement.kind != "expression" or method_call(call, "append") is None or len(call.operands) != 2:
        return False
    owner = call.operands[0].operands[0]
    return owner.kind == "load" and owner.attrs == load.attrs


def build(proof: Kept) -> Replacement:
    edits = [Edit((load,), (make.load(proof.name),)) for load in proof.lists]
    for statement in proof.appending:
        added = make.call(make.getattr_(make.load(proof.name), "add"), clone(statement.operands[0].operands[1]))
        edits.append(Edit((statement,), (statement, make.expression(added))))
    made = make.store(proof.name, make.builtin("set", clone(proof.lists[0])))
    return Replacement((*edits, Edit((proof.loop,), (made, proof.loop))))


RULE = Rule(__name__.rpartition(".")[2], "containers", ("for", "while"), match, prove, build, REFUSALS)
