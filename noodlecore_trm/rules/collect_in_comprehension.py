"""
Build a list in a comprehension instead of a loop that appends.

    out = []                                ->   out = [e for x in xs if c]
    for x in xs: if c: out.append(e)

Before:

    def odd_squares(numbers):
        found = []
        for number in numbers:
            if number % 2:
                found.append(number * number)
        return found

After:

    def odd_squares(numbers):
        found = [number * number for number in numbers if number % 2]
        return found

Why: the list is filled by one instruction, without looking `append` up and calling it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.reaching import BINDERS
from noodlecore_trm.ir.facts.uses import can_drop, may_be_unbound
from noodlecore_trm.ir.moving import binds_only_names, bound_in, inwards, opens_scope, target_inwards
from noodlecore_trm.ir.op import Op, Region, clone, everything, tree
from noodlecore_trm.ir.scope import OF_THE_CLASS, Scope
from noodlecore_trm.ir.shapes import appended
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "list_may_be_seen_half_made": "a closure, or a handler after an error, reads the items found so far",
    "list_is_used_in_the_loop": "`out.append(len(out))` counts up",
    "variable_is_used_afterwards": "the loop leaves its variable at the last item",
    "target_is_no_name": "`for self.a in xs` leaves an attribute behind",
    "binds_a_name": "`out.append(last := x)` leaves `last` behind, a comprehension cannot rebind its variable",
    "holds_a_scope": "a lambda in the loop holds on to the variable of the function",
    "suspends": "`out.append((yield x))` cannot stand in a comprehension",
    "variable_may_be_unbound": "an unbound variable is an UnboundLocalError here and a NameError in a comprehension",
    "needs_the_frame": "`super()` finds no object in the frame of a comprehension",
}

@dataclass(frozen=True)
class Collection:
    """The two statements, the loops and tests from the outside in, and the element."""

    store: Op
    loop: Op
    layers: tuple[Op, ...]
    element: Op
    names: tuple[str, ...]
    scope: Scope


def match(function: Function, op: Op) -> bool:
    if function.is_module or op.operands[0].kind != "list" or op.operands[0].operands:
        return False
    loop = _next_statement(op)
    return loop is not None and loop.kind == "for" and _layers(loop, op.attrs["name"]) is not None


def _next_statement(op: Op) -> Op | None:
    region = op.region
    assert region is not None
    if region.kind != "block" or region.inline:
        return None
    position = region.index(op)
    return next((later for later in region.ops[position + 1 :] if later.is_statement), None)


def _layers(loop: Op, name: str) -> tuple[tuple[Op, ...], Op] | None:
    """The nested loops and tests, and what is appended in the midst of them."""
    layers = []
    here: Op | None = loop
    while here is not None and here.kind in ("for", "if"):
        *_, body, orelse = here.regions
        if orelse.ops or here.attrs.get("async"):
            return None
        layers.append(here)
        statements = list(body.roots())
        here = statements[0] if len(statements) == 1 else None
    parts = None if here is None else appended(here)
    return (tuple(layers), parts[1]) if parts is not None and parts[0].attrs["name"] == name else None


def _parts(layers: tuple[Op, ...], element: Op) -> Iterator[Op]:
    for layer in layers:
        yield layer.operands[0]
    yield element


def prove(function: Function, op: Op) -> Collection | Refused:
    loop = _next_statement(op)
    assert loop is not None
    found = _layers(loop, op.attrs["name"])
    assert found is not None
    layers, element = found
    if not function.is_local(op):
        return Refused("list_may_be_seen_half_made")
    for part in _parts(layers, element):
        if opens_scope(part):
            return Refused("holds_a_scope")
        for inner in everything(part):
            if inner.kind in ("yield", "yieldfrom", "await"):
                return Refused("suspends")
            if inner.kind in BINDERS:
                return Refused("binds_a_name")
            if inner.kind == "load" and inner.attrs["name"] == op.attrs["name"]:
                return Refused("list_is_used_in_the_loop")
            if inner.kind == "load" and inner.attrs["name"] in OF_THE_CLASS:
                return Refused("needs_the_frame")
    targets = [layer.regions[0] for layer in layers if layer.kind == "for"]
    if not all(map(binds_only_names, targets)):
        return Refused("target_is_no_name")
    names = tuple(dict.fromkeys(name for target in targets for name in bound_in(target)))
    if op.attrs["name"] in names:
        return Refused("list_is_used_in_the_loop")
    inside = set(everything(loop))
    for target in targets:
        for variable in every_store(target):
            name = variable.attrs["name"]
            unused = function.is_local(variable) and not function.live_after(loop, name)
            if not unused or not can_drop(function, name, inside) or _reads_before(layers, name):
                return Refused("variable_is_used_afterwards")
    if any(may_be_unbound(function, part) for part in list(_parts(layers, element))[1:]):
        return Refused("variable_may_be_unbound")
    if not _stays_unseen(function, op, inside):
        return Refused("list_may_be_seen_half_made")
    return Collection(op, loop, layers, element, names, function.scope)


def every_store(region: Region) -> Iterator[Op]:
    for op in region.ops:
        if op.kind == "store":
            yield op
        for inner in op.regions:
            yield from every_store(inner)


def _reads_before(layers: tuple[Op, ...], name: str) -> bool:
    """Whether the iterable or test of a loop reads a variable that only a loop further in binds."""
    bound: set[str] = set()
    for layer in layers:
        reads = {op.attrs["name"] for op in everything(layer.operands[0]) if op.kind == "load"}
        if name in reads and name not in bound:
            return True
        if layer.kind == "for":
            bound.update(bound_in(layer.regions[0]))
    return False


def _stays_unseen(function: Function, store: Op, inside: set[Op]) -> bool:
    """Whether the list is read only in the loop, and by statements that follow it in the same block."""
    if not any(outer.kind in ("try", "with") for outer in function.enclosing(store)):
        return True
    region = store.region
    assert region is not None
    position = region.index(store)
    following = set(inside)
    for later in region.ops[position + 1 :]:
        following.update(everything(later))
    return all(use in following for use in function.reaching.uses.get(store, ()))


def build(proof: Collection) -> Replacement:
    inner = Scope("comprehension", "<listcomp>", proof.scope, bound=set(proof.names))
    inner.slots.update(dict.fromkeys(proof.names, "local"))
    last: Op = Op("comp_element", (inwards(proof.element, inner),))
    for layer in reversed(proof.layers[1:]):
        body = Region("block", tree(last))
        value = inwards(layer.operands[0], inner)
        if layer.kind == "if":
            last = Op("comp_if", (value,), {}, (body,))
        else:
            last = Op("comp_for", (value,), {"async": False}, (target_inwards(layer.regions[0], inner), body))
    outermost = Op("argument")
    target = target_inwards(proof.loop.regions[0], inner)
    first = Op("comp_for", (outermost,), {"async": False}, (target, Region("block", tree(last))))
    region = Region("block", tree(first), inner)
    comprehension = Op("comprehension", (clone(proof.loop.operands[0]),), {"type": "list"}, (region,))
    statement = make.store(proof.store.attrs["name"], comprehension, proof.store.attrs["scope"])
    return Replacement((Edit((proof.store, proof.loop), (statement,)),))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("store",), match, prove, build, REFUSALS)
