"""
Loop over the items of a list, tuple or string instead of over its indices.

    for i in range(len(xs)): ... xs[i] ...   ->   for x in xs: ... x ...

Before:

    def weight(text):
        lengths = [len(word) for word in text.split()]
        total = 0
        for i in range(len(lengths)):
            total += lengths[i] * lengths[i]
        return total

After:

    def weight(text):
        lengths = [len(word) for word in text.split()]
        total = 0
        for length in lengths:
            total += length * length
        return total

Why: an index costs an int object and a subscript a turn; the iterator hands the item over.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.bounds import range_arguments
from noodlecore_trm.ir.facts.loops import bindings_in, changed_names, disturbs, singular
from noodlecore_trm.ir.facts.uses import can_drop
from noodlecore_trm.ir.op import Op, clone, everything
from noodlecore_trm.ir.shapes import spelled
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "sequence_is_not_a_known_builtin": "a class may have `__getitem__` and `__len__` that disagree with `__iter__`",
    "sequence_is_rebound": "`for i in range(len(xs)): xs = ys; f(xs[i])` goes on with the items of ys",
    "sequence_may_change": "`xs[i + 1] = 0` or `xs.pop()` in the loop is seen by the iterator but not by range",
    "index_has_other_uses": "`print(i, xs[i])` needs the index",
    "index_is_rebound": "after `i += 1` the item read is the next one",
    "index_is_seen_elsewhere": "`return i` after the loop, or a closure, reads the last index",
    "names_are_visible": "at module or class level the index and the item are part of the namespace",
}


@dataclass(frozen=True)
class DirectLoop:
    """The loop, the binding of its index, the subscripts to replace and the name of the item."""

    loop: Op
    sequence: Op
    binding: Op
    items: tuple[Op, ...]
    name: str


def match(function: Function, op: Op) -> bool:
    return not op.attrs["async"] and op.regions[0].ops[-1].kind == "store" and _measured(function, op) is not None


def _measured(function: Function, loop: Op) -> Op | None:
    """`xs` of a loop over `range(len(xs))`."""
    written = range_arguments(function, loop.operands[0])
    if written is None or written[2] != 1:
        return None
    start, stop, _ = written
    if start is not None and (start.kind != "constant" or spelled(start.attrs["value"]) != "0"):
        return None
    if stop.kind != "call" or function.builtin(stop.operands[0]) != "len" or len(stop.operands) != 2:
        return None
    return stop.operands[1] if stop.operands[1].kind == "load" and not stop.attrs["keywords"] else None


def prove(function: Function, op: Op) -> DirectLoop | Refused:
    if function.is_module:
        return Refused("names_are_visible")
    sequence = _measured(function, op)
    assert sequence is not None
    kinds = [(kind,) for kind in ("list", "tuple", "str") if function.is_exactly(sequence, kind)]
    name = sequence.attrs["name"]
    if not kinds or name not in function.private or not function.definitions(sequence):
        return Refused("sequence_is_not_a_known_builtin")
    if name in changed_names(op):
        return Refused("sequence_is_rebound")
    binding = op.regions[0].ops[-1]
    index = binding.attrs["name"]
    inside = set(everything(op))
    if not function.is_local(binding) or function.live_after(op, index) or not can_drop(function, index, inside):
        return Refused("index_is_seen_elsewhere")
    if bindings_in(op.regions[1], index):
        return Refused("index_is_rebound")
    items = _subscripts(function, op, binding, name)
    if items is None:
        return Refused("index_has_other_uses")
    if disturbs(function, op, function.value(sequence)):
        return Refused("sequence_may_change")
    return DirectLoop(op, sequence, binding, items, singular(function, name))


def _subscripts(function: Function, loop: Op, binding: Op, name: str) -> tuple[Op, ...] | None:
    """Every `xs[i]`, if the index is used for nothing else."""
    below = [each for each in everything(loop) if each is not loop]
    indices = {each for each in below if each.kind == "load" and each.attrs["name"] == binding.attrs["name"]}
    if any(function.definitions(load) != {binding} for load in indices):
        return None
    kept = {id(each.operands[0]) for each in below if each.kind in ("inplace", "setitem")}
    items = []
    for each in below:
        if each.kind == "getitem" and each.operands[1] in indices and id(each) not in kept:
            container = each.operands[0]
            if container.kind == "load" and container.attrs["name"] == name and function.definitions(container):
                items.append(each)
                indices.discard(each.operands[1])
    return tuple(items) if items and not indices else None


def build(proof: DirectLoop) -> Replacement:
    target = Edit((proof.binding,), (make.store(proof.name, Op("argument")),))
    iterable = Edit((proof.loop.operands[0],), (clone(proof.sequence),))
    items = [Edit((item,), (make.load(proof.name, item.operands[1].attrs["scope"]),)) for item in proof.items]
    return Replacement((target, iterable, *items))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
