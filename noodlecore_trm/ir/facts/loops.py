"""What a loop leaves alone: unchanging expressions, and who may write to which container."""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword

from noodlecore_trm.ir.dialect import CALL, CONTROL, RAISE, READ_HEAP, SUSPEND, WRITE_HEAP, WRITE_SLOT
from noodlecore_trm.ir.facts.atoms import CONTAINERS, Atom, Site, Value, closure, contents, type_name
from noodlecore_trm.ir.facts.bounds import Bound, exact, length, limits, range_arguments, turns_between
from noodlecore_trm.ir.facts.checks import read_checks
from noodlecore_trm.ir.facts.function import Function, constant_key
from noodlecore_trm.ir.facts.reaching import BINDERS, Definition, bound_names
from noodlecore_trm.ir.facts.uses import may_be_same
from noodlecore_trm.ir.op import Op, Region, everything, running, runs_its_regions, tree, walk
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.ir.shapes import iterable_of

_CHANGEABLE = ("any", "list", "dict", "set", "iterator", "generator")
_LARGEST = 1 << 31
_SAME_LOOP = ("if", "try", "with", "match", "handler", "case")


def turning(loop: Op) -> Iterator[Op]:
    """The ops that run from the start of a loop statement to the end of its last turn."""
    for op in tree(loop):
        yield op
        if op is not loop and runs_its_regions(op):
            yield from running(*op.regions)
    yield from running(*loop.regions[:2])


def jumps(loop: Op) -> list[Op]:
    """The `break` and `continue` statements that belong to a loop."""
    found: list[Op] = []
    pending = [loop.regions[1]]
    while pending:
        for op in pending.pop().ops:
            if op.kind in ("break", "continue"):
                found.append(op)
            elif op.kind in ("for", "while"):
                pending.append(op.regions[2])
            elif op.kind in _SAME_LOOP:
                pending.extend(op.regions)
    return found


def changed_names(loop: Op) -> set[str]:
    """
    Names that the loop may bind or unbind before its last turn ends, parameters that hide names in
    it, and names whose type it checks: what is known of them in an arm does not hold outside.
    """
    names: set[str] = set()
    for op in everything(loop):
        if op.kind == "if":
            names.update(check.name for check in read_checks(op.operands[0], lambda _: True))
        if op.kind in BINDERS:
            names.update(bound_names(op))
        for inner in op.regions:
            if inner.scope is not None:
                names.update(inner.scope.parameters)
    return names


def most_turns(function: Function, loop: Op) -> int | None:
    """The turns a loop over something of known length takes at most (`break` may leave it sooner); None if unknown."""
    return None if loop.kind == "while" else most_items(function, iterable_of(loop))


def most_items(function: Function, iterable: Op) -> int | None:
    """The items that come out of something of known length; None if unknown."""
    if iterable.kind == "constant" and isinstance(iterable.attrs["value"], str | bytes):
        return len(iterable.attrs["value"])
    if iterable.kind in ("list", "tuple", "set"):
        return None if any(item.kind == "star" for item in iterable.operands) else len(iterable.operands)
    limits = range_arguments(function, iterable)
    if limits is None:
        known = length(function, iterable)
    else:
        start, stop, step = limits
        first = (None, 0) if start is None else exact(function, start)
        last = exact(function, stop)
        if first is None or last is None or first[0] != last[0] or step == 0:
            return None
        known = (None, turns_between(first[1], last[1], step))
    return known[1] if known is not None and known[0] is None else None


def turns(function: Function, loop: Op) -> float | None:
    """How many turns a loop takes, as a profile has seen it, or at most; None if not known."""
    seen = function.facts.observed.turns(function, loop)
    return most_turns(function, loop) if seen is None else seen


def bindings_in(region: Region, name: str) -> list[Op]:
    return [op for op in walk(region) if op.kind in BINDERS and name in bound_names(op)]


def same(left: Op, right: Op) -> bool:
    """Whether two expressions are written alike; none that opens a scope is like another."""
    if left.kind != right.kind or len(left.regions) != len(right.regions):
        return False
    for mine, other in zip(left.regions, right.regions, strict=True):
        if mine.kind != "lazy" or mine.scope is not None or not same(mine.result, other.result):
            return False
    if left.kind == "load":
        return bool(left.attrs["name"] == right.attrs["name"])
    if left.kind == "constant":
        return constant_key(left.attrs["value"]) == constant_key(right.attrs["value"])
    if left.attrs != right.attrs or len(left.operands) != len(right.operands):
        return False
    return all(map(same, left.operands, right.operands))


def is_steady(function: Function, changed: set[str], op: Op) -> bool:
    """
    Whether an expression reads only constants, variables of the function that a loop does not
    bind, and builtins; what it computes from them may still change with the objects.
    """
    if op.regions:
        return False
    if op.kind == "load":
        if function.builtin(op):
            return True
        name = op.attrs["name"]
        return name in function.private and name not in changed and function.is_bound(op)
    return all(is_steady(function, changed, operand) for operand in op.operands)


def is_access(op: Op) -> bool:
    """Whether an expression is made of names, constants, subscripts and arithmetic."""
    return all(each.kind in ("load", "constant", "getitem", "binary", "unary") for each in tree(op))


def _is_shared(atom: Atom) -> bool:
    """Whether code we do not see may hold the object."""
    return atom.shared if isinstance(atom, Site) else atom == "any" or atom in CONTAINERS


def disturbs(
    function: Function,
    loop: Op,
    container: Value,
    *,
    resizing: bool = False,
) -> bool:
    """Whether a loop may change the items of a container, or only its length if `resizing`."""
    changeable = [atom for atom in container if type_name(atom) in _CHANGEABLE]
    if not changeable:
        return False
    items = frozenset(changeable)
    shared = any(map(_is_shared, items))
    for op in turning(loop):
        mask = function.effects(op)
        if shared and mask & (CALL | SUSPEND):
            return True
        if not mask & WRITE_HEAP:
            continue
        if resizing and op.kind == "setitem" and function.is_exactly(op.operands[1], "list"):
            index = op.operands[2]
            if index.kind != "slice" and function.is_exactly(index, "int", "bool"):
                continue
        if may_be_same(function.written(op), items):
            return True
    return False


def reachable(function: Function, value: Value) -> Value:
    """The value, and every object of the function's own that can be read through it."""

    def inside(atom: Atom) -> Iterator[Atom]:
        yield from contents(atom)
        if isinstance(atom, Site) and atom.kind in ("iterator", "generator"):
            for op in tree(atom.op):
                yield from function.value(op) - {"any"}

    return frozenset(closure(value, inside))


def looked_into(function: Function, op: Op, operand: Op) -> Value:
    """The objects that an op with READ_HEAP reads of an operand: a comparison or a text goes into all that is in it."""
    value = function.value(operand)
    return value if op.kind == "getitem" or function.builtin(op.operands[0]) == "len" else reachable(function, value)


def reads_what_changes(function: Function, loop: Op, expression: Op) -> bool:
    """Whether a loop may change what an expression reads of objects."""
    for op in tree(expression):
        if function.effects(op) & READ_HEAP:
            measures = function.builtin(op.operands[0]) == "len"
            receivers = [part for operand in op.operands if operand.kind == "getattr" for part in operand.operands]
            for operand in (*op.operands, *receivers):
                value = looked_into(function, op, operand)
                if not function.builtin(operand) and disturbs(function, loop, value, resizing=measures):
                    return True
    return False


def singular(function: Function, name: str) -> str:
    """A free name for one item of what `name` holds."""
    if len(name) > 3 and name.endswith("ies"):
        hint = f"{name[:-3]}y"
    elif len(name) > 3 and name.endswith("s") and not name.endswith("ss"):
        hint = name[:-1]
    elif len(name) == 2 and name.endswith("s"):
        hint = name[0]
    else:
        hint = f"{name}_item" if len(name) > 1 else "item"
    if not hint.isidentifier() or iskeyword(hint):
        hint = "item"
    return function.fresh_name(hint)


def runs(function: Function, loop: Op) -> bool:
    """Whether a `for` loop that is reached makes at least one turn, or raises before."""
    if loop.kind != "for" or loop.attrs["async"]:
        return False
    iterable = loop.operands[0]
    if iterable.kind in ("list", "tuple"):
        return any(item.kind != "star" for item in iterable.operands)
    written = range_arguments(function, iterable)
    if written is None or written[2] == 0:
        return False
    start, stop, step = written
    first: Bound | None = (None, 0)
    if start is not None:
        first = limits(function, start)[1 if step > 0 else 0]
    last = limits(function, stop)[0 if step > 0 else 1]
    if first is not None and last is not None and first[0] == last[0]:
        return first[1] < last[1] if step > 0 else first[1] > last[1]
    return any(_turns_alike(function, outer, iterable) for outer in function.enclosing(loop))


def _turns_alike(function: Function, outer: Op, iterable: Op) -> bool:
    """Whether a loop around, which is in one of its turns, goes over the same range."""
    if outer.kind != "for" or not same(outer.operands[0], iterable):
        return False
    if not any(each is iterable for each in walk(outer.regions[1])):
        return False  # it stands in the `else`
    ints = all(function.is_exactly(limit, "int", "bool") for limit in iterable.operands[1:])
    steady = is_steady(function, changed_names(outer), iterable)
    return ints and steady and not reads_what_changes(function, outer, iterable)


def comes_first(function: Function, loop: Op, place: Op) -> bool:
    """
    Whether a loop that is reached evaluates `place` before anything could be noticed.

    Before it, nothing is written that outlives an exception, and nothing can be raised but the
    IndexError of a list, which `place` may raise as well. An assertion evaluates nothing for sure: `python -O` leaves
    it out.
    """
    if function.statement(place).kind == "assert":
        return False
    if function.is_module or any(outer.kind in ("try", "with") for outer in function.enclosing(loop)):
        return False
    here = place
    while True:
        region = here.region
        assert region is not None
        if not all(_goes_unnoticed(function, op) for op in region.ops[: region.ops.index(here)]):
            return False
        outer = region.parent
        if outer is None or not (outer.kind == "for" and region is outer.regions[1] and runs(function, outer)):
            return False
        if not all(_goes_unnoticed(function, op) for op in outer.regions[0].ops):
            return False
        if outer is loop:
            quiet = all(_goes_unnoticed(function, op) for op in tree(loop)[:-1])
            return quiet and not function.effects(loop) & (RAISE | CALL | SUSPEND)
        here = outer


def _goes_unnoticed(function: Function, op: Op) -> bool:
    if op.regions:
        return False
    mask = function.effects(op)
    if mask & (CALL | SUSPEND | WRITE_HEAP | CONTROL):
        return False
    if mask & WRITE_SLOT and not (op.kind in ("store", "walrus") and function.is_local(op)):
        return False
    return not mask & RAISE or misses_only(function, op)


def misses_only(function: Function, op: Op) -> bool:
    """Whether all that an op can raise is the IndexError of reading a list, with the same words each time."""
    if op.kind != "getitem" or op.operands[1].kind == "slice":
        return False
    return function.is_exactly(op.operands[0], "list") and _fits_an_index(function, op.operands[1])


def _fits_an_index(
    function: Function, index: Op, counters: frozenset[Op] = frozenset(), *, counts: bool = True
) -> bool:
    """
    Whether an int is small enough to be one: a constant, or what counts up from one, and more or less than these.

    `counters` are those that are being looked at. As `for i in range(i, n)` counts from what it has counted to, they
    are small enough where it `counts`; of two that are added one is not: `range(i + i, n)` doubles each time.
    """
    if index.kind == "constant":
        return type(index.attrs["value"]) is int and abs(index.attrs["value"]) < _LARGEST
    if index.kind == "binary" and index.attrs["op"] in ("+", "-"):
        left, right = index.operands
        return any(
            _fits_an_index(function, one, counters, counts=counts)
            and _fits_an_index(function, other, counters, counts=False)
            for one, other in ((left, right), (right, left))
        )
    if index.kind != "load" or not function.is_exactly(index, "int", "bool"):
        return False
    definitions = function.definitions(index)
    return bool(definitions) and all(_counts_from_a_constant(function, each, counters, counts) for each in definitions)


def _counts_from_a_constant(
    function: Function, definition: Definition, counters: frozenset[Op], counts: bool
) -> bool:
    if not isinstance(definition, Op):
        return False
    if definition in counters:
        return counts
    if definition.kind != "store" or definition.operands[0].kind != "argument" or definition.region is None:
        return False
    loop = definition.region.parent
    if loop is None or loop.kind != "for":
        return False
    written = range_arguments(function, loop.operands[0])
    if written is None or abs(written[2]) >= _LARGEST:
        return False
    return written[0] is None or _fits_an_index(function, written[0], counters | {definition}, counts=counts)


def can_call(function: Function, name: str) -> bool:
    """Whether a builtin's name, newly written into the function, means the builtin there."""
    if function.declares(name):
        return False
    scope: Scope | None = function.scope
    while scope is not None and scope.kind != "module":
        if scope.slots.get(name, "global") != "global":
            return False
        scope = scope.parent
    return function.facts.is_builtin(name)
