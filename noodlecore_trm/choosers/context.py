"""The context of a candidate, in the terms of the table: what kind of elements, and how many."""

from __future__ import annotations

import builtins

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import type_name
from noodlecore_trm.ir.facts.checks import Check
from noodlecore_trm.ir.facts.loops import bindings_in, most_items, turns
from noodlecore_trm.ir.op import Op, Region, tree, walk
from noodlecore_trm.ir.shapes import conjuncts, consumer, iterable_of

LOOPS = frozenset(("for", "while", "comp_for"))
_DISPLAYS = frozenset(("list", "tuple", "set"))
_AS_MANY = frozenset(("zip", "enumerate", "reversed", "sorted", "list", "tuple", "map"))


def kind_of(function: Function, op: Op) -> str:
    """The exact type of what a loop's variable holds, elsewhere of the first operand; empty if not known."""
    loop = _loop(op)
    if loop is None or not loop.regions:
        subject = next(iter(op.operands[1:] if op.kind == "call" else op.operands), None)
    else:
        names = {each.attrs["name"] for each in walk(loop.regions[0]) if each.kind == "store"}
        loads = (each for each in walk(loop.regions[1]) if each.kind == "load" and each.attrs["name"] in names)
        subject = next(loads, None)
    types = set() if subject is None else {type_name(atom) for atom in function.value(subject)}
    return types.pop() if len(types) == 1 and "any" not in types else ""


def extent_of(function: Function, op: Op, meaning: str = "turns") -> float | None:
    """
    The extent of a place: the number of ops of an expression, if `size` is meant.

    If `turns` are: how many turns a loop takes, the op's own or the one around it; for a test of membership the
    number of elements written down, for `or` and `and` the number of operands. None if not known.
    """
    if meaning == "size":
        return len(list(tree(op)))
    if op.kind == "compare" and op.operands[1].kind in _DISPLAYS:
        return len(op.operands[1].operands)
    if op.kind == "boolean":
        return 1 + len(op.regions)
    loop = _loop(op) or next((each for each in function.enclosing(op) if each.kind in LOOPS), None)
    return None if loop is None else turns(function, loop)


def most_turns_of(function: Function, loop: Op) -> float | None:
    """How many turns a loop has been seen to take, or takes by the displays that it goes through; None if not known."""
    known = turns(function, loop)
    return _written(function, iterable_of(loop)) if known is None and loop.kind != "while" else known


def _written(function: Function, iterable: Op) -> int | None:
    """How many items are written down in what may be a name for it, or be wrapped in calls of builtins."""
    if iterable.kind == "load":
        bindings = function.facts.bindings.get(iterable.attrs["name"], [])
        stores = [each for each in bindings if each.kind == "store" and each.operands[0].kind in _DISPLAYS]
        if len(stores) != 1 or len(bindings) != 1 or not _is_only_gone_through(function, iterable.attrs["name"]):
            return None
        return most_items(function, stores[0].operands[0])
    if iterable.kind == "call" and function.builtin(iterable.operands[0]) in _AS_MANY:
        counts = [_written(function, each) for each in iterable.operands[1:]]
        return min((each for each in counts if each is not None), default=None)
    return most_items(function, iterable)


def _is_only_gone_through(function: Function, name: str) -> bool:
    users = [consumer(op) for op in walk(function.facts.module.body) if op.kind == "load" and op.attrs["name"] == name]
    return all(
        user is not None
        and (user.kind in LOOPS or (user.kind == "call" and function.builtin(user.operands[0]) in _AS_MANY))
        for user in users
    )


def _loop(op: Op) -> Op | None:
    """The loop that an op is or holds: a statement, or that of the comprehension it is or is called with."""
    if op.kind in LOOPS:
        return op
    for each in (op, *op.operands[-1:]):
        if each.kind == "comprehension":
            return next(inner for inner in each.regions[0].ops if inner.kind == "comp_for")
    return None


def is_ruled_out(function: Function, op: Op, check: Check) -> bool:
    """
    Whether an op stands in an arm of `isinstance(x, ...)` for other classes than those that a check asks x for. A class
    that lies about itself may get there all the same.
    """
    here = op
    for outer in function.enclosing(op):
        if outer.kind == "if" and here.region is outer.regions[0] and not bindings_in(outer.regions[0], check.name):
            for test in conjuncts(outer.operands[0]):
                classes = _asked_for(function, test, check.name)
                if classes and not any(issubclass(getattr(builtins, kind), classes) for kind in check.levels[0]):
                    return True
        here = outer
    return False


def _asked_for(function: Function, test: Op, name: str) -> tuple[type, ...]:
    """The classes of `isinstance(name, classes)`, if all of them are builtin."""
    if test.kind != "call" or function.builtin(test.operands[0]) != "isinstance" or len(test.operands) != 3:
        return ()
    subject, classes = test.operands[1:]
    if subject.kind != "load" or subject.attrs["name"] != name:
        return ()
    each = classes.operands if classes.kind == "tuple" else (classes,)
    found = [getattr(builtins, function.builtin(one), None) for one in each]
    known = tuple(one for one in found if isinstance(one, type))
    return known if len(known) == len(found) else ()


def is_warm(function: Function, op: Op, body: Region) -> bool:
    """
    Whether a body without loops, or one that would stand in a `for`.

    CPython 3.11 specializes the code of a function after eight calls or ends of a `for`, but those of a `while`
    do not count: a loop may run slower in a function that is called once than in one that is called often.
    """
    loops = any(each.kind in ("for", "while") for each in walk(body))
    return not loops or any(outer.kind == "for" for outer in function.enclosing(op))
