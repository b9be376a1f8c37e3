"""
Keep a list element in a variable while a loop works on it.

    for ...: row[j] += x   ->   element = row[j]
                                for ...: element += x
                                row[j] = element

Before:

    def tally(text):
        totals = [0] * 3
        for word in text.split():
            totals[1] += len(word)
        return totals

After:

    def tally(text):
        totals = [0] * 3
        total = totals[1]
        for word in text.split():
            total += len(word)
        totals[1] = total
        return totals

Why: a subscript and a subscript store less in each turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import CALL, RAISE, SUSPEND, WRITE_HEAP, WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import Site, Value
from noodlecore_trm.ir.facts.loops import (
    changed_names,
    disturbs,
    is_access,
    is_steady,
    reachable,
    same,
    singular,
    turning,
)
from noodlecore_trm.ir.facts.uses import may_be_same
from noodlecore_trm.ir.op import Op, clone, everything, running, tree
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "element_may_be_missing": "`xs[5] += 1` in a loop of no turns does not raise IndexError, `element = xs[5]` does",
    "container_is_shared": "a caller that holds the list may look at it while the loop runs",
    "container_has_other_uses": "`print(xs)` or `xs[k] = 0` in the loop sees or changes the same element",
    "container_may_be_another_one": "after `xs = ys` in the loop the element belongs to another list",
    "partial_result_is_seen": (
        "an `except` around the loop, a `return` in it or the list's owner sees what the turns so far have added"
    ),
}

_SHALLOW = ("getitem", "setitem", "store", "for", "comp_for")
_LOUD = RAISE | CALL | WRITE_HEAP | WRITE_SLOT | SUSPEND


@dataclass(frozen=True)
class Element:
    """The loop, the reads and the writes of the element within it, and its name outside the list."""

    loop: Op
    place: Op
    reads: tuple[Op, ...]
    writes: tuple[Op, ...]
    name: str


def match(function: Function, op: Op) -> bool:
    if op.kind == "for" and op.attrs["async"]:
        return False
    return op.region is not None and op.region.kind == "block" and next(_stores(function, op), None) is not None


def _stores(function: Function, loop: Op) -> Iterator[Op]:
    """Stores to a subscript that names which the loop does not bind make up."""
    changed = changed_names(loop)
    for op in running(*loop.regions[:2]):
        if op.kind != "setitem" or op.region is None or op.region.kind != "block":
            continue
        if all(is_access(operand) and is_steady(function, changed, operand) for operand in op.operands[1:]):
            yield op


def prove(function: Function, op: Op) -> Element | Refused:
    reason = ""
    for store in _stores(function, op):
        found = _element(function, op, store)
        if isinstance(found, Element):
            return found
        reason = reason or found
    return Refused(reason)


def _element(function: Function, loop: Op, store: Op) -> Element | str:
    container, index = store.operands[1:]
    value = function.value(container)
    if not value or not all(isinstance(atom, Site) and atom.kind == "list" and not atom.escaped for atom in value):
        return "container_is_shared"
    loud = RAISE | CALL | SUSPEND
    if any(function.tree_effects(part) & _LOUD for part in (container, index)) or function.effects(store) & loud:
        return "element_may_be_missing"
    fetches = [each for each in tree(container) if each.kind == "getitem"]
    if any(disturbs(function, loop, function.value(each.operands[0])) for each in fetches):
        return "container_may_be_another_one"
    reads: list[Op] = []
    writes: list[Op] = []
    known = {id(each) for each in tree(container)}
    for op in everything(loop):
        deep = op.kind not in _SHALLOW
        hits = [operand for operand in op.operands if _may_reach(function, operand, value, deep)]
        if not hits:
            continue
        alike = op.kind in ("getitem", "setitem") and same(op.operands[-2], container) and same(op.operands[-1], index)
        if not alike or (op.kind == "setitem" and op.operands[0] in hits):
            if id(op) in known:
                continue
            return "container_has_other_uses"
        if op.kind == "setitem" and any(region.scope is not None for region in function.regions_around(op)):
            return "container_has_other_uses"
        (reads if op.kind == "getitem" else writes).append(op)
    others = any(isinstance(atom, Site) and atom.shared for atom in value)
    if loop.regions[2].ops or _is_seen_early(function, loop, others):
        return "partial_result_is_seen"
    named = container.attrs["name"] if container.kind == "load" else "elements"
    name = singular(function, named) if named.endswith("s") else function.fresh_name("element")
    return Element(loop, store, tuple(reads), tuple(writes), name)


def _is_seen_early(function: Function, loop: Op, others: bool) -> bool:
    """Whether the function, or `others` that hold the list, can go on without reaching the end of the loop."""
    ends = ("return", "yield", "yieldfrom", "await")
    if any(each.kind in ends for each in turning(loop)):
        return True
    guarded = others or any(outer.kind in ("try", "with") for outer in function.enclosing(loop))
    return guarded and any(function.effects(op) & RAISE for op in turning(loop))


def _may_reach(function: Function, operand: Op, value: Value, deep: bool) -> bool:
    held = function.value(operand)
    if deep or any(isinstance(atom, Site) and atom.kind in ("iterator", "generator") for atom in held):
        held = reachable(function, held)
    return may_be_same(held, value)


def build(proof: Element) -> Replacement:
    container, index = proof.place.operands[1:]
    before = make.store(proof.name, make.getitem(clone(container), clone(index)))
    after = Op("setitem", (make.load(proof.name), clone(container), clone(index)))
    edits = []
    done: set[Op] = set()
    for write in proof.writes:
        value = write.operands[0]
        if value.kind == "inplace" and value.operands[0].operands == write.operands[1:]:
            done.update(value.operands)
            new = make.augment(proof.name, value.attrs["op"], _moved(proof, value.operands[1]))
        else:
            done.add(value)
            new = make.store(proof.name, _moved(proof, value))
        edits.append(Edit((write,), (new,)))
    loads = [Edit((read,), (make.load(proof.name),)) for read in proof.reads if read not in done]
    return Replacement((*loads, *edits, Edit((proof.loop,), (before, proof.loop, after))))


def _moved(proof: Element, value: Op) -> Op:
    """What a write stores, if that is the element itself by its new name."""
    return make.load(proof.name) if value in proof.reads else value


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for", "while"), match, prove, build, REFUSALS)
