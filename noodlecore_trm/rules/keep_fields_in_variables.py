"""
Keep the fields of an object in variables, if nothing else of the object is ever used.

    point = _new(Point)     ->   point_x = 1
    point.x = 1                  ... point_x ...
    ... point.x ...

Before:

    _new = object.__new__

    class Point:
        def __init__(self, x, y):
            self.x = x
            self.y = y

    def distance(a, b):
        dx = a[0] - b[0]
        dy = a[1] - b[1]
        point = _new(Point)
        point.x = dx
        point.y = dy
        gap = point
        return gap.x * gap.x + gap.y * gap.y

After:

    _new = object.__new__

    class Point:
        def __init__(self, x, y):
            self.x = x
            self.y = y

    def distance(a, b):
        dx = a[0] - b[0]
        dy = a[1] - b[1]
        point_x = dx
        point_y = dy
        gap_x = point_x
        gap_y = point_y
        return gap_x * gap_x + gap_y * gap_y

Why: creating an object costs more than all that is done with its fields. That nobody outside gives the
class a property or a hook that would notice is what `--closed-world` promises.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.classes import Class, Member
from noodlecore_trm.ir.facts.methods import is_defined
from noodlecore_trm.ir.facts.reaching import PARAMETER, UNBOUND, Definition
from noodlecore_trm.ir.op import Op
from noodlecore_trm.ir.scope import is_private
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "object_is_used_whole": "`print(point)` or `path.append(point)` needs the object itself",
    "variable_may_hold_another_object": "after `point = other` the fields belong to an object that others hold",
    "object_may_be_missing": "a variable read in the first turn of a loop and set in its end is named in the error",
    "field_may_be_missing": "a field that is not set right after the object is made raises AttributeError until it is",
    "field_is_changed_under_two_names": "after `b = a`, `a.x = 1` changes what `b.x` reads",
    "object_cannot_be_made": "a class with an abstract method, or one that is not there yet, raises",
    "class_takes_part": "with `__del__`, `__getattr__` or a property the class has a say in what happens",
}


@dataclass(frozen=True)
class Fields:
    """The statements that make objects, set fields and copy, and the reads of fields, with the names of the fields."""

    made: tuple[Op, ...]
    writes: tuple[Op, ...]
    copies: tuple[Op, ...]
    reads: tuple[Op, ...]
    names: dict[tuple[str, str], str]  # (variable, field) -> variable
    fields: tuple[str, ...]


@dataclass
class _Group:
    """Variables that may hold the same objects, and everything done with them."""

    variables: set[str]
    made: list[Op]
    copies: list[Op]
    reads: list[Op]
    writes: list[Op]


def match(function: Function, op: Op) -> bool:
    return _class_made(function, op) is not None and function.is_local(op)


def _class_made(function: Function, op: Op) -> Class | None:
    """The class that `x = _new(C)` makes an empty object of."""
    value = op.operands[0]
    if value.kind != "call" or len(value.operands) != 2:
        return None
    callee, asked = value.operands
    classes = function.facts.classes
    if callee.kind != "load" or callee.attrs["scope"] != "global" or callee.attrs["name"] not in classes.creators:
        return None
    return classes.get(asked.attrs["name"]) if asked.kind == "load" and asked.attrs["scope"] == "global" else None


_LISTS_OF_NAMES: Final = ("__slots__", "__match_args__")


def _is_abstract(owner: Class) -> bool:
    """Whether a class may have a member that says it has to be overridden: ABCMeta lets nobody make an object then."""
    members = (member for each in owner.lineage() for member in each.own.values())
    return owner.has_abc and any(_may_be_abstract(member) for member in members)


def _may_be_abstract(member: Member) -> bool:
    if member.op is None:
        return member.name not in member.owner.put_there and member.name not in _LISTS_OF_NAMES
    return member.kind == "method" and "d" in member.op.attrs["layout"]


def prove(function: Function, op: Op) -> Fields | Refused:
    owner = _class_made(function, op)
    assert owner is not None
    group = _group(function, op)
    if isinstance(group, Refused):
        return group
    if not all(function.is_bound(load) for load in _loads(function, group.variables)):
        return Refused("object_may_be_missing")
    initial = [_initial(function, made) for made in group.made]
    fields = sorted({write.attrs["name"] for write in initial[0]})
    if any(sorted({write.attrs["name"] for write in writes}) != fields for writes in initial):
        return Refused("field_may_be_missing")
    used = {each.attrs["name"] for each in (*group.reads, *group.writes)}
    if not fields or not used <= set(fields):
        return Refused("field_may_be_missing")
    first = {id(write) for writes in initial for write in writes}
    if group.copies and any(id(write) not in first for write in group.writes):
        return Refused("field_is_changed_under_two_names")
    plain = all(owner.reads_field(name) and owner.writes_field(name) and not is_private(name) for name in fields)
    alike = all(_class_made(function, made) is owner for made in group.made)
    if not plain or not alike or owner.member("__del__") is not None:
        return Refused("class_takes_part")
    if _is_abstract(owner) or not all(is_defined(function, made, owner.definition) for made in group.made):
        return Refused("object_cannot_be_made")
    names = {
        (variable, name): function.fresh_name(f"{variable}_{name.lstrip('_')}")
        for variable in sorted(group.variables)
        for name in fields
    }
    return Fields(
        tuple(group.made), tuple(group.writes), tuple(group.copies), tuple(group.reads), names, tuple(fields)
    )


def _group(function: Function, op: Op) -> _Group | Refused:
    """All variables that share objects with the one a statement stores to."""
    group = _Group(set(), [], [], [], [])
    pending = [op.attrs["name"]]
    users = _users(function)
    while pending:
        name = pending.pop()
        if name in group.variables:
            continue
        group.variables.add(name)
        for definition in sorted(function.reaching.all.get(name, ()), key=_place(function)):
            if definition is PARAMETER or not isinstance(definition, Op) or definition.kind != "store":
                return Refused("variable_may_hold_another_object")
            value = definition.operands[0]
            if _class_made(function, definition) is not None:
                group.made.append(definition)
            elif value.kind == "load" and function.is_local(value):
                pending.append(value.attrs["name"])
            else:
                return Refused("variable_may_hold_another_object")
        for load in _loads(function, {name}):
            known = function.definitions(load) <= function.reaching.all[name] | {UNBOUND}
            if load.attrs["scope"] != "local" or not known:
                return Refused("variable_may_hold_another_object")
            for user in users.get(id(load), ()):
                if user.kind == "getattr":
                    group.reads.append(user)
                elif user.kind == "setattr" and user.operands[1] is load and user.operands[0] is not load:
                    group.writes.append(user)
                elif user.kind == "store" and function.is_local(user) and user.region is load.region:
                    group.copies.append(user)
                    pending.append(user.attrs["name"])
                else:
                    return Refused("object_is_used_whole")
    return group


def _place(function: Function) -> Callable[[Definition], int]:
    places = {op: index for index, op in enumerate(function.below)}
    return lambda definition: places.get(definition, -1) if isinstance(definition, Op) else -1


def _loads(function: Function, names: set[str]) -> list[Op]:
    return [op for op in function.of_kind("load") if op.attrs["name"] in names]


def _users(function: Function) -> dict[int, list[Op]]:
    found: dict[int, list[Op]] = {}
    for op in function.below:
        for operand in op.operands:
            found.setdefault(id(operand), []).append(op)
    return found


def _initial(function: Function, made: Op) -> list[Op]:
    """The stores to fields that follow the creation of an object at once, with values that cannot fail."""
    region = made.region
    assert region is not None
    roots = list(region.roots())
    found: list[Op] = []
    for op in roots[roots.index(made) + 1 :]:
        if op.kind != "setattr" or op.operands[1].kind != "load" or op.operands[1].attrs["name"] != made.attrs["name"]:
            break
        if not function.is_silent(op.operands[0]):
            break
        found.append(op)
    return found


def build(proof: Fields) -> Replacement:
    edits: list[Edit] = []
    done: set[int] = set()
    statements: list[Edit] = [Edit((made,), ()) for made in proof.made]
    for write in proof.writes:
        value, target = write.operands
        name = proof.names[target.attrs["name"], write.attrs["name"]]
        if value.kind == "inplace" and value.operands[0].operands == (target,):
            done.add(id(value.operands[0]))
            new = make.augment(name, value.attrs["op"], _renamed(proof, value.operands[1], done))
        else:
            new = make.store(name, _renamed(proof, value, done))
        statements.append(Edit((write,), (new,)))
    for copy in proof.copies:
        source, target_name = copy.operands[0].attrs["name"], copy.attrs["name"]
        moves = [
            make.store(proof.names[target_name, field], make.load(proof.names[source, field])) for field in proof.fields
        ]
        statements.append(Edit((copy,), tuple(moves)))
    for read in proof.reads:
        if id(read) not in done:
            edits.append(Edit((read,), (_field(proof, read),)))
    return Replacement((*edits, *statements))


def _field(proof: Fields, read: Op) -> Op:
    return make.load(proof.names[read.operands[0].attrs["name"], read.attrs["name"]])


def _renamed(proof: Fields, value: Op, done: set[int]) -> Op:
    """What a statement stores, if that is a field itself by its new name."""
    if any(value is read for read in proof.reads):
        done.add(id(value))
        return _field(proof, value)
    return value


RULE = Rule(__name__.rpartition(".")[2], "calls", ("store",), match, prove, build, REFUSALS, needs="closed_world")
