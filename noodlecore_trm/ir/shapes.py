"""What statements look like: the shapes that several rules start from. Nothing here is proven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from noodlecore_trm.ir.op import Op, Region

_MOST_BITS = 1024


def spelled(value: object) -> str:
    """`repr` of a constant, also of an int that has more digits than Python writes."""
    return hex(value) if type(value) is int and value.bit_length() > _MOST_BITS else repr(value)


def consumer(op: Op) -> Op | None:
    """The first op that takes the value of `op`; None for a statement."""
    assert op.region is not None
    return next((later for later in op.region.after(op) if op in later.operands), None)


def annotates(op: Op) -> bool:
    """Whether an op is a store that only says where `name: type` is written."""
    holder = op.region.parent if op.region is not None else None
    return op.kind == "store" and holder is not None and holder.kind == "annassign" and not holder.operands


def is_in_braces(op: Op) -> bool:
    """Whether an op is an f-string that is written as one, or what stands in its braces."""
    return op.kind in ("fstring", "format") and "percent" not in op.attrs


def names_in_text(value: object) -> frozenset[str]:
    """The attributes that a constant may be a path of, for what takes them as a text: `"a.b"` for an `attrgetter`."""
    return frozenset(value.split(".")) if type(value) is str else frozenset()


def names_in_pattern(case: Op) -> frozenset[str]:
    """The names written in the pattern of a `case`, attributes among them, as Python reads them."""
    return words_of(case.attrs["pattern"])


def words_of(text: str) -> frozenset[str]:
    """Everything in a text that may be a name, as Python reads it."""
    return frozenset(re.findall(r"\w+", unicodedata.normalize("NFKC", text)))


def conjuncts(test: Op) -> list[Op]:
    """The parts of `a and b and c`, in order; a test that is none is its own part."""
    if test.kind == "boolean" and test.attrs["op"] == "and":
        return [test.operands[0], *(region.result for region in test.regions)]
    return [test]


def only_statement(region: Region) -> Op | None:
    """The statement of a block that has just one."""
    statements = list(region.roots())
    return statements[0] if len(statements) == 1 else None


def decorators_of(op: Op) -> tuple[Op, ...]:
    """What stands behind the `@` above a `def` or a class, from the top."""
    count: int = op.attrs["decorators"] if op.kind == "class" else op.attrs["layout"].count("d")
    return tuple(op.operands[:count])


def iterable_of(loop: Op) -> Op:
    """What a `for` or a clause of a comprehension goes over: that of the first clause stands before them all."""
    iterable = loop.operands[0]
    if iterable.kind == "argument" and iterable.region is not None and iterable.region.parent is not None:
        return iterable.region.parent.operands[0]
    return iterable


def loop_variable(loop: Op) -> Op | None:
    """The store of `for name in ...:`, of a loop without `else` that can be replaced as a whole."""
    target, _, orelse = loop.regions
    assert loop.region is not None
    if loop.attrs["async"] or loop.region.inline or orelse.ops or len(target.ops) != 2:
        return None
    return target.ops[1] if target.ops[1].kind == "store" else None


def added(statement: Op) -> tuple[Op, Op] | None:
    """The load of `name` and the value in `name += value` or `name = name + value`."""
    if statement.kind != "store" or statement.operands[0].kind not in ("inplace", "binary"):
        return None
    addition = statement.operands[0]
    before, value = addition.operands
    if addition.attrs["op"] != "+" or before.kind != "load" or before.attrs["name"] != statement.attrs["name"]:
        return None
    return before, value


def appended(statement: Op) -> tuple[Op, Op] | None:
    """The load of `name` and the item in `name.append(item)`."""
    call = method_call(statement.operands[0], "append") if statement.kind == "expression" else None
    if call is None or len(call.operands) != 2:
        return None
    grown, item = call.operands[0].operands[0], call.operands[1]
    return (grown, item) if grown.kind == "load" else None


def method_call(op: Op, *names: str) -> Op | None:
    """`op`, if it is a call of a method of one of these names with plain arguments only."""
    if op.kind != "call" or op.operands[0].kind != "getattr" or op.operands[0].attrs["name"] not in names:
        return None
    plain = not op.attrs["keywords"] and all(argument.kind != "star" for argument in op.operands[1:])
    return op if plain else None


def gathered(loop: Op, shape: Callable[[Op], tuple[Op, Op] | None]) -> Op | None:
    """The load of `name`, in a loop that does nothing but add or append (`added`, `appended`) its variable to it."""
    variable = loop_variable(loop)
    statement = only_statement(loop.regions[1])
    parts = None if statement is None else shape(statement)
    if variable is None or parts is None:
        return None
    name = variable.attrs["name"]
    grown, item = parts
    return grown if item.kind == "load" and item.attrs["name"] == name != grown.attrs["name"] else None


def written_int(op: Op) -> int | None:
    """The int that a constant is; not a bool."""
    return op.attrs["value"] if op.kind == "constant" and type(op.attrs["value"]) is int else None


def is_literal(op: Op) -> bool:
    """Whether an expression is a constant, a negative number, or a tuple of such: one object, made by the compiler."""
    if op.kind == "tuple":
        return all(map(is_literal, op.operands))
    if op.kind == "unary" and op.attrs["op"] == "-":
        op = op.operands[0]
        return op.kind == "constant" and type(op.attrs["value"]) in (int, float, complex)
    return op.kind == "constant"


def only_clause(comprehension: Op) -> tuple[Op, Op] | None:
    """The loop of a comprehension with a single `for` and no `if`, and its element."""
    loop = comprehension.regions[0].ops[-1]
    inner = loop.regions[1].ops[-1]
    return (loop, inner) if inner.kind == "comp_element" and not loop.attrs["async"] else None


def comprehended(comprehension: Op) -> Op:
    """The `comp_element` in the midst of a comprehension's loops and tests."""
    here: Op = comprehension.regions[0].ops[-1]
    while here.kind != "comp_element":
        here = here.regions[-1].ops[-1]
    return here
