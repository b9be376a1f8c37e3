"""Lists that a single variable holds: nobody else can tell whether they are changed or replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from noodlecore_trm.ir.facts.atoms import Site, Value, closure, contents
from noodlecore_trm.ir.facts.function import Function
from noodlecore_trm.ir.facts.uses import is_tested
from noodlecore_trm.ir.op import Op
from noodlecore_trm.ir.shapes import consumer


@dataclass(frozen=True)
class Holding:
    """The stores that put a list of its own into a variable each, and every load of the variable."""

    stores: tuple[Op, ...]
    loads: tuple[Op, ...]


def holding(function: Function, name: str) -> Holding | None:
    """
    What is done with the lists of a variable that no other variable or container ever holds.

    None if that is not known: a store takes a list from somewhere else, or a list is given away. The
    `argument` of a comprehension stands for the list, too, and goes with it.
    """
    definitions = function.reaching.all.get(name)
    if not definitions or name not in function.private or name in function.captured:
        return None
    stores = []
    sites: set[Site] = set()
    for store in definitions:
        if not isinstance(store, Op) or store.kind != "store":
            return None
        stores.append(store)
        for atom in function.values.value(store.operands[0]):
            if not isinstance(atom, Site) or atom.kind != "list" or atom.escaped:
                return None
            if atom.op is not store.operands[0] and store.operands[0].kind != "inplace":
                return None
            sites.add(atom)
    if _holds(frozenset(sites), sites):
        return None  # it is an item of itself
    loads = []
    for op in function.below:
        value = function.values.of.get(op, frozenset())
        if sites.isdisjoint(value):
            if _holds(value, sites):
                return None
        elif op.kind == "load":
            if op.attrs["name"] != name:
                return None
            loads.append(op)
        elif op not in stores and op.kind not in ("inplace", "argument") and not any(site.op is op for site in sites):
            return None
    return Holding(tuple(stores), tuple(loads))


def _holds(value: Value, sites: set[Site]) -> bool:
    """Whether one of the lists is an item of a value, at any depth."""
    return not sites.isdisjoint(closure(part for atom in value for part in contents(atom)))


def method_of(load: Op) -> Op | None:
    """The call of a method of what a load gives."""
    method = consumer(load)
    call = consumer(method) if method is not None and method.kind == "getattr" else None
    return call if call is not None and call.kind == "call" and call.operands[0] is method else None


_COPYING = frozenset(
    ("len", "sum", "min", "max", "sorted", "list", "tuple", "set", "any", "all", "str", "repr", "bool", "print")
)
_COPYING_OPS = frozenset(("binary", "inplace", "star", "format", "getitem", "setitem", "delitem"))


def is_over_at_once(function: Function, load: Op) -> bool:
    """Whether whoever gets the list from a load is done with it before the next op runs; a loop, after its turns."""
    if is_tested(load) or method_of(load) is not None:
        return True
    user = consumer(load)
    if user is None:
        return False
    if user.kind == "call":
        return function.builtin(user.operands[0]) in _COPYING
    if user.kind == "compare":
        return not user.attrs["op"].startswith("is")
    if user.kind == "return":
        return not any(outer.kind in ("try", "with") for outer in function.enclosing(user))
    if user.kind == "comprehension":
        return bool(user.attrs["type"] != "generator")
    return user.kind in _COPYING_OPS or user.kind in ("for", "comp_for")


def loops_over(loads: Iterable[Op]) -> Iterator[Op]:
    """The loops that iterate over what a load gives."""
    for load in loads:
        user = consumer(load)
        if user is not None and user.kind in ("for", "comp_for", "comprehension") and user.operands[0] is load:
            yield user
