"""
Write out the turns of a short loop over constants.

    for dx, dy in ((0, 1), (1, 0)): body   ->   body with (0, 1); body with (1, 0)

The same for a global that is bound once, with a check that it still means this tuple.

Before:

    def neighbors(cells, x, y):
        found = 0
        for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            found += (x + dx, y + dy) in cells
        return found

After:

    def neighbors(cells, x, y):
        found = 0
        found += (x + 0, y + 1) in cells
        found += (x + 1, y + 0) in cells
        found += (x + 0, y + -1) in cells
        found += (x + -1, y + 0) in cells
        return found

Why: no iterator, no unpacking, and constants where variables were. An addition of zero is left out
where the other operand is known to be an int, `y + -1` becomes `y - 1` where it is a number.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.constants import becomes_fstring, becomes_one_object, compares_constant
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.bounds import range_arguments, turns_between
from noodlecore_trm.ir.facts.leaves import find_sequence, in_slow_arm, snapshot_of
from noodlecore_trm.ir.facts.loops import bindings_in, jumps
from noodlecore_trm.ir.facts.uses import can_drop
from noodlecore_trm.ir.op import Op, Region, everything, tree, walk
from noodlecore_trm.ir.shapes import is_in_braces, spelled
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "names_are_visible": "at module or class level the loop variable is part of the namespace",
    "too_many_turns": "`for i in range(1000000)` would be written out a million times",
    "leaves_the_loop": "`break` and `continue` need a loop to belong to",
    "variable_is_rebound": "`k += 1` needs a variable, and a comprehension may have a `k` of its own",
    "variable_is_seen_elsewhere": "`return k` after the loop, or a closure over k, reads the last constant",
    "constant_does_not_fit": "`k is None` or `k()` with a number for k warns when compiled; or the loop has an else",
    "statement_never_runs": "`x = 1` makes x a local, and `yield` a function a generator, even if no turn gets there",
    "already_guarded": "the loop in the else of `if STEPS is _STEPS` has to stay a loop",
    "shares_its_line": "`for x in STEPS: total += x` on the line of an `if` has no place for a check",
    "defines_something": "two copies of `def` in the body would be two functions with one name",
}

_MOST_TURNS = 16
_COMPARED: Final[dict[str, Callable[[int, int], bool]]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


@dataclass(frozen=True)
class Turns:
    """The loop, what its variables are in each turn, and the operands known to be ints or numbers."""

    loop: Op
    turns: tuple[dict[str, object], ...]
    variables: frozenset[Op]  # loads of the loop's variables
    skips: frozenset[Op]  # `if test: continue` whose test comes out the same way in every run
    integers: frozenset[Op]
    numbers: frozenset[Op]
    sequence: Op | None  # the statement that binds the global tuple, if the loop is over one
    snapshot: str
    is_new: bool


def match(function: Function, op: Op) -> bool:
    if op.attrs["async"] or _names(op.regions[0].ops[-1]) is None:
        return False
    return _count(function, op.operands[0]) is not None


def _sequence(function: Function, iterable: Op) -> Op | None:
    """The statement that binds the global that a loop goes over."""
    if iterable.kind != "load" or iterable.attrs["scope"] != "global" or function.is_module:
        return None
    return find_sequence(function.facts, iterable.attrs["name"])


def _display(function: Function, iterable: Op) -> Op:
    sequence = _sequence(function, iterable)
    return iterable if sequence is None else sequence.operands[0]


def _count(function: Function, iterable: Op) -> int | None:
    iterable = _display(function, iterable)
    if iterable.kind in ("tuple", "list"):
        return len(iterable.operands) if all(_is_constant(item) for item in iterable.operands) else None
    numbers = _range(function, iterable)
    return None if numbers is None else len(numbers)


def _range(function: Function, iterable: Op) -> range | None:
    written = range_arguments(function, iterable)
    if written is None or written[2] == 0:
        return None
    start, stop = (0 if each is None else _value(each) if _is_constant(each) else None for each in written[:2])
    if type(start) is not int or type(stop) is not int:
        return None
    return range(start, stop, written[2]) if turns_between(start, stop, written[2]) < 1000 else range(1000)


def _is_constant(op: Op) -> bool:
    if op.kind == "tuple":
        return all(map(_is_constant, op.operands))
    if op.kind == "unary":
        inner = op.operands[0]
        return op.attrs["op"] == "-" and inner.kind == "constant" and type(inner.attrs["value"]) in (int, float)
    return op.kind == "constant" and op.attrs["value"] is not Ellipsis


def _value(op: Op) -> object:
    if op.kind == "tuple":
        return tuple(map(_value, op.operands))
    return op.attrs["value"] if op.kind == "constant" else -op.operands[0].attrs["value"]


def _names(target: Op) -> list[str] | None:
    """The names a target binds, in order, if it binds nothing else."""
    if target.kind == "store":
        return [target.attrs["name"]]
    if target.kind != "unpack" or target.attrs["star"] >= 0:
        return None
    names: list[str] = []
    for region in target.regions:
        inner = _names(region.ops[-1])
        if inner is None:
            return None
        names += inner
    return names if len(set(names)) == len(names) else None


def _bind(target: Op, value: object, into: dict[str, object]) -> bool:
    """Enter what a target binds; False if the value does not have its shape."""
    if target.kind == "store":
        into[target.attrs["name"]] = value
        return True
    if not isinstance(value, tuple) or len(value) != len(target.regions):
        return False
    return all(_bind(region.ops[-1], part, into) for region, part in zip(target.regions, value, strict=True))


def prove(function: Function, op: Op) -> Turns | Refused:
    if function.is_module:
        return Refused("names_are_visible")
    iterable = op.operands[0]
    if not 1 <= (_count(function, iterable) or 0) <= _MOST_TURNS:
        return Refused("too_many_turns")
    sequence = _sequence(function, iterable)
    snapshot = ""
    if sequence is not None:
        assert op.region is not None
        snapshot = snapshot_of(function.facts, sequence)
        if in_slow_arm(op, iterable.attrs["name"]) or function.hides(op, snapshot):
            return Refused("already_guarded")
        if op.region.inline:
            return Refused("shares_its_line")
    values = list(_range(function, iterable) or map(_value, _display(function, iterable).operands))
    turns: list[dict[str, object]] = []
    for value in values:
        turns.append({})
        if not _bind(op.regions[0].ops[-1], value, turns[-1]):
            return Refused("constant_does_not_fit")
    skips = frozenset(root for root in op.regions[1].roots() if _is_skip(root) and _is_decided(root, turns))
    if set(jumps(op)) - {root.regions[0].ops[0] for root in skips}:
        return Refused("leaves_the_loop")
    if len({root for turn in turns for root in _reached(op, skips, turn)} | skips) < len(list(op.regions[1].roots())):
        return Refused("statement_never_runs")
    names = _names(op.regions[0].ops[-1])
    assert names is not None
    if any(bindings_in(op.regions[1], name) or _is_hidden(op.regions[1], name) for name in names):
        return Refused("variable_is_rebound")
    bindings = {each for each in walk(op.regions[0]) if each.kind == "store"}
    inside = set(everything(op))
    for binding in bindings:
        name = binding.attrs["name"]
        if not function.is_local(binding) or function.live_after(op, name) or not can_drop(function, name, inside):
            return Refused("variable_is_seen_elsewhere")
    below = list(walk(op.regions[1]))
    if any(each.kind in ("def", "class", "lambda", "global", "nonlocal") for each in below):
        return Refused("defines_something")
    variables = frozenset(each for each in below if each.kind == "load" and each.attrs["name"] in names)
    if op.regions[2].ops or not all(_fits(each, variables) for each in below):
        return Refused("constant_does_not_fit")
    texts = any(isinstance(value, str | bytes) for turn in turns for value in turn.values())
    if texts and any(each in variables for op in below if is_in_braces(op) for each in everything(op)):
        return Refused("constant_does_not_fit")  # not every text may be written in an f-string
    integers = frozenset(each for each in below if _is_known(function, each, "int"))
    numbers = frozenset(each for each in below if _is_known(function, each, "int", "float"))
    is_new = sequence is not None and not snapshot
    if is_new:
        snapshot = function.fresh_name(f"_{iterable.attrs['name'].lstrip('_')}", module_level=True)
    return Turns(op, tuple(turns), variables, skips, integers, numbers, sequence, snapshot, is_new)


def _is_known(function: Function, op: Op, *types: str) -> bool:
    return op in function.values.of and function.is_exactly(op, *types)


def _is_hidden(region: Region, name: str) -> bool:
    """Whether a pattern reads the name, or a scope within has a parameter of that name."""
    return any(
        (op.kind == "case" and name in op.attrs["reads"])
        or any(inner.scope is not None and name in inner.scope.parameters for inner in op.regions)
        for op in walk(region)
    )


def _fits(op: Op, variables: frozenset[Op]) -> bool:
    """Whether constants may stand for the variables among the operands of an op: no warning, no tuple for all times."""
    stands_for = variables.__contains__
    if becomes_one_object(op, stands_for) or becomes_fstring(op, stands_for) or compares_constant(op, stands_for):
        return False
    if op.kind == "getitem" and op.operands[1] in variables and op.operands[0].kind != "load":
        return op.operands[0].kind in ("getitem", "getattr", "call")
    if op.kind in ("call", "getitem", "getattr", "delitem", "inplace"):
        return op.operands[0] not in variables
    if op.kind in ("setitem", "setattr"):
        return op.operands[1] not in variables
    takes_any = op.kind not in ("yield", "await", "assert") and not is_in_braces(op)
    return takes_any or not variables & set(op.operands)


def _is_skip(root: Op) -> bool:
    """Whether a statement is `if test: continue`."""
    return (
        root.kind == "if" and [each.kind for each in root.regions[0].ops] == ["continue"] and not root.regions[1].ops
    )


def _reached(loop: Op, skips: frozenset[Op], turn: dict[str, object]) -> Iterator[Op]:
    """The statements that a turn gets to, but for its skips."""
    for root in loop.regions[1].roots():
        if root not in skips:
            yield root
        elif _decide(root.operands[0], turn):
            return


def _is_decided(root: Op, turns: list[dict[str, object]]) -> bool:
    return all(_decide(root.operands[0], turn) is not None for turn in turns)


def _decide(test: Op, turn: dict[str, object]) -> bool | None:
    """What a test on constants comes out as in a turn, None if that is not known beforehand."""
    if test.kind == "unary" and test.attrs["op"] == "not":
        inner = _decide(test.operands[0], turn)
        return None if inner is None else not inner
    if test.kind == "boolean":
        stops = test.attrs["op"] == "or"
        for part in (test.operands[0], *(region.result for region in test.regions)):
            known = _decide(part, turn)
            if known is None or known is stops:
                return known
        return not stops
    if test.kind == "compare" and test.attrs["op"] in _COMPARED:
        left, right = (_known(operand, turn) for operand in test.operands)
        if type(left) is int and type(right) is int:
            return _COMPARED[test.attrs["op"]](left, right)
    return None


def _known(op: Op, turn: dict[str, object]) -> object:
    if op.kind == "load":
        return turn.get(op.attrs["name"])
    return _value(op) if op.kind != "tuple" and _is_constant(op) else None


def build(proof: Turns) -> Replacement:
    statements: list[Op] = []
    for turn in proof.turns:
        copies: list[Op] = []
        below: dict[Op, Op] = {}
        for root in _reached(proof.loop, proof.skips, turn):
            copies.append(_copy(proof, turn, root, below))
        statements.extend(each for each in copies if each.kind != "pass" or len(copies) > 1)
    turns = tuple(statements) or (Op("pass"),)
    if proof.sequence is None:
        return Replacement((Edit((proof.loop,), turns),))
    name = proof.sequence.attrs["name"]
    test = make.compare("is", make.load(name, "global"), make.load(proof.snapshot, "global"))
    source = proof.loop.region
    checked = make.if_(test, make.block(turns, source), make.block([proof.loop], source), version=True)
    edits = [Edit((proof.loop,), (checked,))]
    if proof.is_new:
        pinned = make.store(proof.snapshot, make.load(name, "global"), "global")
        edits.append(Edit((proof.sequence,), (proof.sequence, pinned)))
    return Replacement(tuple(edits), f"{name} is {proof.snapshot}")


def _copied(proof: Turns, turn: dict[str, object], region: Region) -> list[Op]:
    copies: dict[Op, Op] = {}
    return [_copy(proof, turn, root, copies) for root in region.roots()]


def _copy(proof: Turns, turn: dict[str, object], root: Op, copies: dict[Op, Op]) -> Op:
    for op in tree(root):
        if op in proof.variables:
            twin = _literal(turn[op.attrs["name"]])
            twin.origin = op.origin
        else:
            regions = tuple(_copied_region(proof, turn, region) for region in op.regions)
            twin = Op(op.kind, tuple(copies[each] for each in op.operands), op.attrs, regions, op.origin)
            twin.edited = op.edited
            if op.kind == "binary":
                twin = _folded(proof, op, twin)
        copies[op] = twin
    return copies[root]


def _copied_region(proof: Turns, turn: dict[str, object], region: Region) -> Region:
    twin = Region(region.kind, [], region.scope)
    for root in _copied(proof, turn, region):
        for op in tree(root):
            twin.append(op)
    twin.edited = region.edited
    twin.inline = region.inline
    twin.statements = region.statements
    return twin


def _literal(value: object) -> Op:
    if isinstance(value, tuple):
        return Op("tuple", tuple(map(_literal, value)))
    if type(value) in (int, float) and spelled(value).startswith("-"):
        return make.unary("-", make.constant(-value))  # type: ignore[operator]
    return make.constant(value)


def _folded(proof: Turns, op: Op, twin: Op) -> Op:
    """`x + 0` as `x` and `x + -1` as `x - 1`, where x is known well enough."""
    left, right = twin.operands
    known = op.operands[0]
    symbol = twin.attrs["op"]
    if symbol not in ("+", "-") or op.operands[1] not in proof.variables:
        return twin
    if known in proof.integers and right.kind == "constant" and spelled(right.attrs["value"]) == "0":
        left.edited = True
        left.origin = op.origin
        return left
    if known in proof.numbers and right.kind == "unary":
        other = Op("binary", (left, right.operands[0]), {"op": "-" if symbol == "+" else "+"}, (), op.origin)
        other.edited = True
        return other
    return twin


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
