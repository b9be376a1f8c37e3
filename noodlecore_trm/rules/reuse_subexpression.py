"""
Compute a repeated part of the code once.

    use(a[i]); use(a[i] + 1)   ->   use((item := a[i])); use(item + 1)

Before:

    def spread(count):
        table = [number * 3 for number in range(count.bit_length() + 1)]
        total = 0
        for index in range(len(table)):
            total += table[index] * table[index]
        return total

After:

    def spread(count):
        table = [number * 3 for number in range(count.bit_length() + 1)]
        total = 0
        for index in range(len(table)):
            total += (item := table[index]) * item
        return total

Why: reading a local variable is cheaper than any operation. The first place is evaluated before
the others and raises what it raised before; nothing in between can change the outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import CALL, READ_HEAP, SUSPEND, WRITE_HEAP, WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import CONTAINERS, Atom, Site, Tuple, type_name
from noodlecore_trm.ir.facts.loops import looked_into
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.facts.uses import is_iterated, may_be_same, shows_no_identity
from noodlecore_trm.ir.op import Op, Region, clone, tree, walk
from noodlecore_trm.ir.shapes import consumer
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "may_run_foreign_code": "`x * y` of unknown objects calls `__mul__`, each time anew",
    "makes_a_new_object": "`[0] * n` makes another list each time, and they are changed one by one",
    "variable_may_be_changed": "a closure may rebind the variable between the two places",
    "identity_may_show": "`x * y in [x * y]` is False for NaN, and True for one and the same NaN",
    "first_place_may_be_left_out": "`python -O` drops `assert a[i]`, and a name bound in it",
    "changes_in_between": "`a[i] = 0` between two reads of `a[i]`",
    "temporary_has_no_place": "`[x for x in (y := a[i]) + y]` is a syntax error",
    "temporary_would_be_seen": "a new name at module level is part of the namespace",
}

_WINDOW = 400
_LARGEST = 30
_REUSABLE = ("getitem", "binary")
_BRANCHES = ("if", "boolean", "select", "chain", "assert", "while", "for")
_PURE_VALUES = frozenset(("int", "bool", "float", "complex", "str", "bytes"))


@dataclass(frozen=True)
class Reuse:
    """The place that computes, the later ones that can read, and the name to keep it in."""

    first: Op
    later: tuple[Op, ...]
    name: str
    scope: str
    is_kept: bool
    """Whether the first place is `name = ...` already."""


def match(function: Function, op: Op) -> bool:
    region = op.region
    assert region is not None
    if region.kind != "block" or _is_target_of_augmentation(op):
        return False
    if op not in function.numbers or function.occurrences[function.numbers[op]] == 1:
        return False  # something else than names, constants, subscripts and arithmetic, or all there is of its kind
    if any(around.scope is not None for around in function.regions_around(op)):
        return False
    parts = tree(op)
    if len(parts) > _LARGEST:
        return False  # a sum of a thousand terms would be compared with each of its parts
    if all(part.kind != "load" for part in parts):
        return False  # the compiler computes it
    twins = list(_twins(function, op))
    user = consumer(op)
    if not twins or user is None:
        return False
    if user.kind not in _REUSABLE or _is_target_of_augmentation(user):
        return True
    return len(list(_twins(function, user))) != len(twins)  # else a larger repeated expression holds this one


def _is_target_of_augmentation(op: Op) -> bool:
    user = consumer(op)
    return user is not None and user.kind == "inplace" and user.operands[0] is op


def _twins(function: Function, op: Op) -> Iterator[Op]:
    """Equal expressions after `op` in its block, and in branches below it."""
    assert op.region is not None
    numbers = function.numbers
    number = numbers.get(op, -1)
    for later in islice(op.region.after(op), _WINDOW - 1):
        if numbers.get(later) == number:
            yield later
        if later.kind in _BRANCHES:
            for region in later.regions:
                yield from (inner for inner in _own(region) if numbers.get(inner) == number)


def _own(region: Region) -> Iterator[Op]:
    for op in region.ops:
        yield op
        if op.kind in _BRANCHES:
            for inner in op.regions:
                yield from _own(inner)


def prove(function: Function, op: Op) -> Reuse | Refused:
    if function.is_module:
        return Refused("temporary_would_be_seen")
    if function.statement(op).kind == "assert":
        return Refused("first_place_may_be_left_out")
    parts = tree(op)
    if any(part.kind == "load" and not function.is_local(part) for part in parts):
        return Refused("variable_may_be_changed")
    if function.tree_effects(op) & (CALL | WRITE_HEAP | SUSPEND | WRITE_SLOT) or not function.value(op):
        return Refused("may_run_foreign_code")
    for part in parts:
        if part.kind == "getitem" and part.operands[1].kind != "slice":
            continue
        computes = part.kind in ("getitem", "binary", "unary")
        if computes and not all(isinstance(atom, str) and atom in _PURE_VALUES for atom in function.value(part)):
            return Refused("makes_a_new_object")
    kept = _variable(function, op)
    later = list(_reached(function, op, kept))
    if not later:
        return Refused("changes_in_between")
    computed = op.kind == "binary" or op.operands[1].kind == "slice" or function.is_exactly(op.operands[0], "str")
    if computed and not all(shows_no_identity(function, use) for use in later):
        return Refused("identity_may_show")
    if kept is not None:
        return Reuse(op, tuple(later), kept.attrs["name"], kept.attrs["scope"], True)
    if is_iterated(op):
        return Refused("temporary_has_no_place")
    name = function.fresh_name("item" if op.kind == "getitem" else "result")
    return Reuse(op, tuple(later), name, "local", False)


def _variable(function: Function, op: Op) -> Op | None:
    """The assignment to a variable that all of the value goes to."""
    user = consumer(op)
    if user is None or user.kind != "store" or not function.is_local(user):
        return None
    used = any(part.kind == "load" and part.attrs["name"] == user.attrs["name"] for part in tree(op))
    return None if used else user


def _reached(function: Function, op: Op, kept: Op | None) -> Iterator[Op]:
    """The twins that are evaluated after `op` with nothing in between that could change the outcome."""
    assert op.region is not None
    names = {part.attrs["name"] for part in tree(op) if part.kind == "load"}
    reads: set[Atom] = set()
    for part in tree(op):
        if function.effects(part) & READ_HEAP:
            for operand in part.operands:
                reads |= {atom for atom in looked_into(function, part, operand) if _is_mutable(atom)}
    start = op if kept is None else kept
    if kept is not None:
        names.add(kept.attrs["name"])
    position = op.region.index(start)
    yield from _scan(function, op, op.region.ops[position + 1 : position + _WINDOW], names, frozenset(reads), [False])


def _is_mutable(atom: Atom) -> bool:
    return not isinstance(atom, Tuple) and type_name(atom) in CONTAINERS and type_name(atom) != "tuple"


def _scan(
    function: Function, op: Op, ops: list[Op], names: set[str], reads: frozenset[Atom], changed: list[bool]
) -> Iterator[Op]:
    """Go through ops in order until one changes a variable or container; `changed` remembers that."""
    for later in ops:
        if function.numbers.get(later) == function.numbers[op] and not _is_target_of_augmentation(later):
            yield later
        if _changes(function, later, names, reads):
            changed[0] = True  # what it does itself comes before its branches: it tests, compares or takes an item
            return
        if later.regions:
            inside = [inner for region in later.regions for inner in walk(region)]
            changes = any(_changes(function, inner, names, reads) for inner in inside)
            if later.kind in ("for", "while") and changes:
                changed[0] = True
            elif later.kind in _BRANCHES:
                so_far = [changed[0]]
                for region in later.regions:
                    # the parts of `x and y` and of `a < b < c` come one after the other
                    so_far = so_far if later.kind in ("boolean", "chain") else [changed[0]]
                    yield from _scan(function, op, region.ops, names, reads, so_far)
            changed[0] = changed[0] or changes
        if changed[0]:
            return


def _changes(function: Function, op: Op, names: set[str], reads: frozenset[Atom]) -> bool:
    if op.kind in BINDERS and not names.isdisjoint(bound_names(op)):
        return True
    mask = function.effects(op)
    if not reads or not mask & (WRITE_HEAP | CALL | SUSPEND):
        return False
    if any(not isinstance(atom, Site) or atom.escaped for atom in reads):
        return True
    if op.kind in ("delete", "delitem", "opaque", "opaque_expr"):
        return True
    parts = list(op.operands)
    if op.kind == "call" and op.operands[0].kind == "getattr":
        parts += op.operands[0].operands
    touched = [function.written(op), *(function.value(part) for part in parts)]
    return any(may_be_same(reads, value) for value in touched)


def build(proof: Reuse) -> Replacement:
    edits = [Edit((place,), (make.load(proof.name, proof.scope),)) for place in proof.later]
    if not proof.is_kept:
        edits.append(Edit((proof.first,), (make.walrus(proof.name, clone(proof.first)),)))
    return Replacement(tuple(edits))


RULE = Rule(__name__.rpartition(".")[2], "expressions", _REUSABLE, match, prove, build, REFUSALS)
