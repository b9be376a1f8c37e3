"""
Symbolic integer bounds: enough to show that an index is inside a list that this function built.

A bound is `(symbol, offset)`: the unchanging quantity named by `symbol` (None for zero) plus a
constant. Two bounds compare only if they share their symbol.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from noodlecore_trm.ir.facts.atoms import INTEGERS, STR, Atom, Site, Tuple
from noodlecore_trm.ir.facts.reaching import Definition, Refinement
from noodlecore_trm.ir.op import Op
from noodlecore_trm.ir.shapes import iterable_of

if TYPE_CHECKING:
    from noodlecore_trm.ir.facts.function import Function

Bound = tuple[str | None, int]
_DEPTH = 8


def at_most(left: Bound | None, right: Bound | None) -> bool:
    return left is not None and right is not None and left[0] == right[0] and left[1] <= right[1]


def exact(function: Function, op: Op, depth: int = _DEPTH) -> Bound | None:
    """The int an expression always evaluates to, wherever it stands in the function."""
    if depth == 0 or not function.value(op) or not function.value(op) <= INTEGERS:
        return None
    if op.kind == "constant":
        return (None, int(op.attrs["value"]))
    if op.kind == "load":
        return _single_definition(function, op, depth)
    if op.kind == "binary" and op.attrs["op"] in ("+", "-"):
        left = exact(function, op.operands[0], depth - 1)
        right = exact(function, op.operands[1], depth - 1)
        if left is not None and right is not None and right[0] is None:
            return (left[0], left[1] + (right[1] if op.attrs["op"] == "+" else -right[1]))
        return None
    if _is_len(function, op):
        measured = _measured(function, op.operands[1], depth)
        # `[0] * n` has no items where n is negative, so its length is not n there
        if measured is not None and (measured[0] is None or measured[0].startswith("len ")) and measured[1] >= 0:
            return measured
    return None


def _is_len(function: Function, op: Op) -> bool:
    return (
        op.kind == "call"
        and function.builtin(op.operands[0]) == "len"
        and len(op.operands) == 2
        and not op.attrs["keywords"]
        and op.operands[1].kind != "star"
    )


def _measured(function: Function, subject: Op, depth: int) -> Bound | None:
    measured = length(function, subject, depth - 1)
    if measured is None and function.keeps_length(subject):
        return (f"len {subject.attrs['name']} in {function.arm_number(subject)}", 0)
    if measured is None and subject.kind == "load" and function.value(subject) == STR:
        name = subject.attrs["name"]
        definitions = function.reaching.all.get(name, set())
        if len(definitions) == 1 and _means(function, subject, definitions):
            (definition,) = definitions
            if not isinstance(definition, Op) or (definition.kind == "store" and not function.in_loop(definition)):
                return (f"len {name}", 0)
    return measured


def _means(function: Function, load: Op, definitions: set[Definition]) -> bool:
    """Whether a load is of the function's variable, not of one of a comprehension that has the same name."""
    return any(each in definitions or isinstance(each, Refinement) for each in function.definitions(load))


def _upper_limit(function: Function, stop: Op, depth: int) -> Bound | None:
    """What a counter that runs up to `stop` stays below, in every turn there is."""
    known = exact(function, stop, depth)
    if known is not None and not (known[0] is not None and known[0].startswith("value ")):
        return known
    written = stop
    if stop.kind == "load":
        everywhere = function.reaching.all.get(stop.attrs["name"], set())
        if len(everywhere) == 1 and _means(function, stop, everywhere):
            (definition,) = everywhere
            if isinstance(definition, Op) and definition.kind == "store" and not function.in_loop(definition):
                written = definition.operands[0]
    if _is_len(function, written):
        return _measured(function, written.operands[1], depth) or known
    return known


def _single_definition(function: Function, load: Op, depth: int) -> Bound | None:
    name = load.attrs["name"]
    everywhere = function.reaching.all.get(name, set())
    if len(everywhere) != 1 or not _means(function, load, everywhere):
        return None
    (definition,) = everywhere
    if isinstance(definition, Op) and definition.kind == "store" and definition.operands[0].kind != "argument":
        if function.in_loop(definition):
            return None
        known = exact(function, definition.operands[0], depth - 1)
        if known is not None:
            return known
        return (f"value {name}", 0)
    if isinstance(definition, Op):
        return None
    return (f"value {name}", 0)


def length(function: Function, container: Op, depth: int = _DEPTH) -> Bound | None:
    """The length a container of our own keeps for its whole life, if all its sites agree."""
    found: Bound | None = None
    for atom in function.value(container):
        measured = _site_length(function, atom, depth)
        if measured is None or (found is not None and found != measured):
            return None
        found = measured
    return found


def _site_length(function: Function, atom: Atom, depth: int) -> Bound | None:
    if isinstance(atom, Tuple):
        return (None, len(atom.items))
    if not isinstance(atom, Site) or atom.resized or atom.escaped or atom.kind != "list" or depth == 0:
        return None
    op = atom.op
    if op.kind == "list":
        return None if any(item.kind == "star" for item in op.operands) else (None, len(op.operands))
    if op.kind == "binary" and op.attrs["op"] == "*":
        for display, count in (op.operands, op.operands[::-1]):
            if display.kind == "list" and len(display.operands) == 1 and display.operands[0].kind != "star":
                return exact(function, _whole_count(function, count), depth - 1)
        return None
    if op.kind == "comprehension":
        inner = op.regions[0].ops[1]
        if [each.kind for each in inner.regions[1].roots()] == ["comp_element"]:
            return _trip_count(function, op.operands[0], depth)
        return None
    if op.kind == "call" and function.builtin(op.operands[0]) == "list" and len(op.operands) == 2:
        return _trip_count(function, op.operands[1], depth)
    return None


def _whole_count(function: Function, count: Op) -> Op:
    """`n` of `len(range(n))`: for a list it makes no difference that n may be negative."""
    if _is_len(function, count):
        written = range_arguments(function, count.operands[1])
        if written is not None and written[0] is None:
            return written[1]
    return count


def _trip_count(function: Function, iterable: Op, depth: int) -> Bound | None:
    limits = range_arguments(function, iterable)
    if limits is None:
        return None
    start, stop, step = limits
    if step != 1 or (start is not None and (start.kind != "constant" or start.attrs["value"] != 0)):
        return None
    return exact(function, stop, depth - 1)


def range_arguments(function: Function, op: Op) -> tuple[Op | None, Op, int] | None:
    """(start or None, stop, step) of a call of the builtin range with a constant step."""
    if op.kind != "call" or function.builtin(op.operands[0]) != "range" or op.attrs["keywords"]:
        return None
    arguments = op.operands[1:]
    if any(argument.kind == "star" for argument in arguments) or not 1 <= len(arguments) <= 3:
        return None
    if len(arguments) == 1:
        return None, arguments[0], 1
    step = 1
    if len(arguments) == 3:
        written = arguments[2]
        sign = 1
        if written.kind == "unary" and written.attrs["op"] == "-":
            sign, written = -1, written.operands[0]
        if written.kind != "constant" or type(written.attrs["value"]) is not int:
            return None
        step = sign * written.attrs["value"]
    return arguments[0], arguments[1], step


def never_negative(function: Function, op: Op, depth: int = _DEPTH) -> bool:
    """Whether an int is 0 or more wherever it is known: a length, a constant, and what is made of them."""
    if depth == 0:
        return False
    if op.kind == "constant":
        return type(op.attrs["value"]) in (int, bool) and op.attrs["value"] >= 0
    if op.kind == "binary" and op.attrs["op"] in ("+", "*", "//", "%", ">>", "&"):
        return all(never_negative(function, operand, depth - 1) for operand in op.operands)
    if op.kind == "load":
        found = function.definitions(op)
        return bool(found) and all(_binds_no_less_than_zero(function, each, depth) for each in found)
    return _is_len(function, op)


def _binds_no_less_than_zero(function: Function, definition: Definition, depth: int) -> bool:
    if not isinstance(definition, Op) or definition.kind != "store":
        return False
    return never_negative(function, definition.operands[0], depth - 1)


def turns_between(start: int, stop: int, step: int) -> int:
    """`len(range(start, stop, step))`, which raises for what does not fit an index."""
    return max(0, (stop - start + step - (1 if step > 0 else -1)) // step)


def limits(function: Function, op: Op, depth: int = _DEPTH) -> tuple[Bound | None, Bound | None]:
    """Least and greatest value of an int expression, either None where unknown."""
    if depth == 0:
        return None, None
    value = exact(function, op, depth)
    if op.kind == "load":
        counted = _counter(function, op, depth)
        if counted is not None:
            return counted
    elif op.kind == "binary" and op.attrs["op"] in ("+", "-") and op.operands[1].kind == "constant":
        shift = op.operands[1].attrs["value"]
        if type(shift) is int:
            shift = shift if op.attrs["op"] == "+" else -shift
            low, high = limits(function, op.operands[0], depth - 1)
            return (low and (low[0], low[1] + shift)), (high and (high[0], high[1] + shift))
    return value, value


def _counter(function: Function, load: Op, depth: int) -> tuple[Bound | None, Bound | None] | None:
    definitions = function.definitions(load)
    if len(definitions) != 1:
        return None
    (definition,) = definitions
    if not isinstance(definition, Op) or definition.kind != "store" or definition.operands[0].kind != "argument":
        return None
    region = definition.region
    if region is None or region.parent is None or region.parent.kind not in ("for", "comp_for"):
        return None
    written = range_arguments(function, iterable_of(region.parent))
    if written is None:
        return None
    start, stop, step = written
    if step == 0:
        return None
    first: Bound | None = (None, 0)
    if step > 0:
        if start is not None:
            first = limits(function, start, depth - 1)[0]
        last = _upper_limit(function, stop, depth - 1) or limits(function, stop, depth - 1)[1]
        return first, last and (last[0], last[1] - 1)
    if start is not None:
        first = limits(function, start, depth - 1)[1]
    last = limits(function, stop, depth - 1)[0]
    return last and (last[0], last[1] + 1), first


def in_bounds(function: Function, container: Op, index: Op) -> bool:
    """Whether `container[index]` cannot raise: a list that keeps its length, a proven index."""
    low, high = limits(function, index)
    if low is None or high is None or low[0] is not None or low[1] < 0:
        return False
    size = _measured(function, container, _DEPTH)
    if size is not None and at_most(high, (size[0], size[1] - 1)):
        return True
    return any(at_most(high, (f"value {count}", -1)) for count in function.counts_within(container))
