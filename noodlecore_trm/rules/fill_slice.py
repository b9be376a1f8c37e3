"""
Set every so-manieth item of a list at once.

    for j in range(a, b, k): xs[j] = c   ->   if 0 <= a <= b <= len(xs): xs[a:b:k] = [c] * len(range(a, b, k))
                                              else: for j in range(a, b, k): xs[j] = c

Before:

    def primes_below(text):
        limit = len(text)
        flags = [True] * limit
        for number in range(2, limit):
            if flags[number]:
                for multiple in range(number * number, limit, number):
                    flags[multiple] = False
        return flags

After:

    def primes_below(text):
        limit = len(text)
        flags = [True] * limit
        for number in range(2, limit):
            if flags[number]:
                start = number * number
                flags[start:limit:number] = [False] * len(range(start, limit, number))
        return flags

Why: the items are set in C. The check says that all of them are there, so that no turn would raise.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.bounds import exact, length
from noodlecore_trm.ir.facts.bounds import limits as lower_and_upper
from noodlecore_trm.ir.facts.uses import leaves_no_variable
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.shapes import is_literal, loop_variable, only_statement, spelled
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "with a `range` or `len` of the module's own the loop runs over something else",
    "list_is_not_known": "a dict takes any number for a key, a class of one's own may do anything",
    "item_may_be_another_each_time": "`xs[j] = []` puts a list of its own into each place",
    "limits_are_no_ints": "the `__index__` of a class of one's own may print, and give something else the second time",
    "variable_may_be_unbound": "with no turns the loop does not read an unbound variable",
    "variable_is_used_afterwards": "the loop leaves its variable at the last place",
    "already_checked": "the slow arm of the check has to stay a loop",
}


@dataclass(frozen=True)
class Filling:
    """The loop, the list, the item, the arguments of the range, and names for those worth keeping."""

    loop: Op
    filled: Op
    item: Op
    start: Op
    stop: Op
    step: Op | None
    names: tuple[str, str]
    whole: bool
    safe: bool
    start_may_be_negative: bool
    step_may_be_negative: bool


def match(function: Function, op: Op) -> bool:
    return _filled(op) is not None


def _filled(loop: Op) -> tuple[Op, Op, tuple[Op, ...]] | None:
    """The list, the item and the arguments of the range."""
    variable = loop_variable(loop)
    statement = only_statement(loop.regions[1])
    items = loop.operands[0]
    if variable is None or statement is None or statement.kind != "setitem" or items.kind != "call":
        return None
    item, filled, place = statement.operands
    name = variable.attrs["name"]
    if place.kind != "load" or place.attrs["name"] != name or filled.kind != "load" or filled.attrs["name"] == name:
        return None
    callee, *arguments = items.operands
    if callee.kind != "load" or callee.attrs["name"] != "range" or items.attrs["keywords"]:
        return None
    if not 1 <= len(arguments) <= 3 or any(argument.kind == "star" for argument in arguments):
        return None
    # `xs[-1:2]` counts from the end
    return (filled, item, tuple(arguments)) if len(arguments) == 1 or arguments[0].kind != "unary" else None


def prove(function: Function, op: Op) -> Filling | Refused:
    found = _filled(op)
    assert found is not None
    filled, item, arguments = found
    if not function.builtin(op.operands[0].operands[0]) or not function.facts.is_builtin("len"):
        return Refused("name_is_rebound")
    if function.hides(op, "len"):
        return Refused("name_is_rebound")
    if not function.is_exactly(filled, "list"):
        return Refused("list_is_not_known")
    if not is_literal(item) and (item.kind != "load" or item.attrs["name"] == op.regions[0].ops[1].attrs["name"]):
        return Refused("item_may_be_another_each_time")
    if item.kind == "load" and not function.definitions(item):
        return Refused("item_may_be_another_each_time")
    for argument in arguments:
        if not function.is_exactly(argument, "int") or not function.is_silent(argument):
            return Refused("limits_are_no_ints")
    if not function.is_bound(filled) or (item.kind == "load" and not function.is_bound(item)):
        return Refused("variable_may_be_unbound")
    if not leaves_no_variable(function, op):
        return Refused("variable_is_used_afterwards")
    if _is_checked(function, op, filled):
        return Refused("already_checked")
    start, stop = (make.constant(0), arguments[0]) if len(arguments) == 1 else arguments[:2]
    step = arguments[2] if len(arguments) == 3 else None
    whole = _is_zero(start) and step is None and _is_length(function, stop, filled)
    kept = "" if _is_simple(start) else function.fresh_name("start")
    names = (kept, "" if _is_simple(stop) or whole else function.fresh_name("stop"))
    unsigned = _reaches(function, start, 0), step is None or _reaches(function, step, 1)
    size = length(function, filled)
    # a number far below 0 is one that a list cannot be repeated by
    counts = step is not None or (_is_zero(start) and _reaches(function, stop, 0))
    safe = all(unsigned) and (whole or (counts and size is not None and size == exact(function, stop)))
    return Filling(op, filled, item, start, stop, step, names, whole, safe, not unsigned[0], not unsigned[1])


def _reaches(function: Function, op: Op, least: int) -> bool:
    """Whether an int is known to be at least so much."""
    if op.kind == "constant":
        return bool(op.attrs["value"] >= least)
    if op.kind == "binary" and op.attrs["op"] == "*":
        return all(_reaches(function, operand, least) for operand in op.operands)
    low, _ = lower_and_upper(function, op)
    return low is not None and low[0] is None and low[1] >= least


def _is_zero(op: Op) -> bool:
    return op.kind == "constant" and bool(op.attrs["value"] == 0)


def _is_simple(op: Op) -> bool:
    return op.kind == "load" or is_literal(op)


def _is_length(function: Function, op: Op, filled: Op) -> bool:
    """Whether an expression is `len(xs)` of the list."""
    if op.kind != "call" or len(op.operands) != 2 or function.builtin(op.operands[0]) != "len":
        return False
    return op.operands[1].kind == "load" and bool(op.operands[1].attrs["name"] == filled.attrs["name"])


def _is_checked(function: Function, op: Op, filled: Op) -> bool:
    """Whether the loop is what is done when a check against the length of the list has come out false."""
    assert op.region is not None
    outer = op.region.parent
    if outer is None or outer.kind != "if" or op.region is not outer.regions[1]:
        return False
    test = outer.operands[0]
    if test.kind == "boolean":
        test = test.regions[-1].result
    if test.kind not in ("chain", "compare"):
        return False
    return _is_length(function, test.regions[-1].result if test.kind == "chain" else test.operands[-1], filled)


def build(proof: Filling) -> Replacement:
    before = []
    limits = []
    for limit, name in zip((proof.start, proof.stop), proof.names, strict=True):
        if name:
            before.append(make.store(name, clone(limit)))
        limits.append(make.load(name) if name else limit)
    filling = _assignment(proof, *limits)
    if proof.safe:
        return Replacement((Edit((proof.loop,), (*before, filling)),))
    test, asked = _check(proof, *limits)
    source = proof.loop.region
    version = make.if_(test, make.block([filling], source), make.block([proof.loop], source), version=True)
    return Replacement((Edit((proof.loop,), (*before, version)),), asked)


def _assignment(proof: Filling, start: Op, stop: Op) -> Op:
    step = [] if proof.step is None else [proof.step]
    if proof.whole:
        count, parts, limits = clone(stop), "", []
    elif step:
        count = make.builtin("len", make.builtin("range", *map(clone, (start, stop, *step))))
        parts, limits = "lus", [start, stop, *step]
    elif _is_zero(start):
        count, parts, limits = clone(stop), "u", [stop]
    else:
        count, parts, limits = make.binary("-", clone(stop), clone(start)), "lu", [start, stop]
    place = Op("slice", tuple(map(clone, limits)), {"parts": parts})
    items = make.binary("*", Op("list", (clone(proof.item),)), count)
    return Op("setitem", (items, clone(proof.filled), place))


def _check(proof: Filling, start: Op, stop: Op) -> tuple[Op, str]:
    """`0 < step and 0 <= start <= stop <= len(xs)`, without what goes without saying."""
    parts = [start, stop, make.builtin("len", proof.filled)]
    if proof.start_may_be_negative:
        parts.insert(0, make.constant(0))
    if start.kind == stop.kind == "constant" and start.attrs["value"] <= stop.attrs["value"]:
        return make.compare("<=", *map(clone, parts[-2:])), " <= ".join(map(_words, parts[-2:]))
    asked = " <= ".join(map(_words, parts))
    first, second, *rest = map(clone, parts)
    regions = tuple(make.lazy(part) for part in rest)
    tests = [Op("chain", (first, second), {"ops": ("<=",) * (len(parts) - 1)}, regions)]
    if proof.step is not None and proof.step_may_be_negative:
        asked = f"0 < {_words(proof.step)} and {asked}"
        tests.insert(0, make.compare("<", make.constant(0), clone(proof.step)))
    return make.conjunction(tests), asked


def _words(op: Op) -> str:
    if op.kind == "call":
        return f"len({op.operands[1].attrs['name']})"
    return spelled(op.attrs["value"]) if op.kind == "constant" else str(op.attrs.get("name", "..."))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
