"""Carrying expressions over the border of a comprehension: names get the slots they have on the other side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from noodlecore_trm.ir.build import cloned
from noodlecore_trm.ir.op import Op, Region, clone, everything, walk
from noodlecore_trm.ir.scope import Scope

_NAMED = ("load", "store", "walrus")


def bound_in(region: Region) -> list[str]:
    """The names a target region binds, in order."""
    return [op.attrs["name"] for op in walk(region) if op.kind == "store"]


def binds_only_names(region: Region) -> bool:
    """Whether a target region is a name or a pattern of names."""
    return bool(region.ops) and all(op.kind in ("argument", "store", "unpack") for op in walk(region))


def opens_scope(root: Op) -> bool:
    """Whether a tree holds a lambda or comprehension."""
    return any(region.scope is not None for op in everything(root) for region in op.regions)


def outwards(root: Op, scope: Scope, names: Mapping[str, str]) -> Op:
    """A copy of an expression of a comprehension for use in `scope`; `names` renames the comprehension's own."""
    copy = clone(root)
    _rescope(everything(copy), _leaving(scope, names))
    return copy


def target_outwards(region: Region, scope: Scope, names: Mapping[str, str]) -> Region:
    """The same for the target of one of its loops."""
    copy = cloned(region)
    _rescope(walk(copy), _leaving(scope, names))
    return copy


def inwards(root: Op, inner: Scope) -> Op:
    """A copy of an expression for use in the comprehension scope `inner`, which binds its own names already."""
    copy = clone(root)
    _rescope(everything(copy), _entering(inner))
    return copy


def target_inwards(region: Region, inner: Scope) -> Region:
    """The same for the target of a loop, whose names the comprehension binds."""
    copy = cloned(region)
    _rescope(walk(copy), _entering(inner))
    return copy


def taken(scope: Scope, leaving: Scope) -> set[str]:
    """The names that mean something in `scope`, or through it in the scopes below other than `leaving`."""
    found = set(scope.slots)
    for child in scope.children:
        if child is not leaving:
            for below in child.walk():
                found |= {name for name, slot in below.slots.items() if slot not in ("local", "cell")}
    return found


def _leaving(scope: Scope, names: Mapping[str, str]) -> Callable[[str, str], tuple[str, str]]:
    def resolve(name: str, slot: str) -> tuple[str, str]:
        if name in names:
            return names[name], "local"
        return name, scope.slots.get(name, slot) if slot == "free" else slot

    return resolve


def _entering(inner: Scope) -> Callable[[str, str], tuple[str, str]]:
    def resolve(name: str, slot: str) -> tuple[str, str]:
        if name in inner.bound:
            return name, "local"
        seen = "free" if slot in ("local", "cell") else slot
        inner.slots.setdefault(name, seen)
        return name, seen

    return resolve


def _rescope(ops: Iterable[Op], resolve: Callable[[str, str], tuple[str, str]]) -> None:
    for op in list(ops):
        if op.kind in _NAMED:
            name, slot = resolve(op.attrs["name"], op.attrs["scope"])
            if name != op.attrs["name"]:
                op.edited = True
            op.attrs = {**op.attrs, "name": name, "scope": slot}
