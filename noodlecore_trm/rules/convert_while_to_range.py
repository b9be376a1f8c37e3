"""
Count with range instead of by hand.

    i = a
    while i < n: body; i += 1   ->   for i in range(a, n): body

Before:

    def squares(text):
        total = 0
        size = len(text.split())
        i = 0
        while i < size:
            total += i * i
            i += 1
        return total

After:

    def squares(text):
        total = 0
        size = len(text.split())
        for i in range(size):
            total += i * i
        return total

Why: the comparison and the addition of each turn become one step of the range iterator.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import CALL, RAISE, SUSPEND, WRITE_HEAP, WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.bounds import limits
from noodlecore_trm.ir.facts.loops import bindings_in, can_call, changed_names, disturbs, is_steady, jumps
from noodlecore_trm.ir.facts.uses import can_drop
from noodlecore_trm.ir.op import Op, Region, clone, everything, tree
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "names_are_visible": "at module or class level other code may read or set the counter in the middle of the loop",
    "counter_is_not_int": "with `i = 0.5` or an `i` whose class defines `__lt__`, range raises TypeError",
    "limit_is_not_int": "`while i < 2.5` has three turns, `range(2.5)` raises TypeError",
    "limit_may_change": "`while i < n: n -= 1` stops half-way, range looks at n once",
    "step_may_change": "`while i < n: i += d` with a d of zero never ends, `range(i, n, 0)` raises ValueError",
    "counter_is_rebound": "`if skip: i += 5` in the body would be undone by the next turn of range",
    "range_is_rebound": "with a `range` of the module's own the loop runs over something else",
    "continue_skips_the_step": "a `continue` before `i += 1` makes `while` repeat the turn",
    "counter_is_seen_elsewhere": "after the loop i is n, after a range loop n - 1 or unbound",
}

_STEPS = {"<": 1, "<=": 1, ">": -1, ">=": -1}


@dataclass(frozen=True)
class Counting:
    """The loop, the assignment that goes with what stands between them, and the arguments of range."""

    loop: Op
    before: tuple[Op, ...]
    start: Op | None
    stop: Op
    shift: int
    step: Op
    statements: tuple[Op, ...]
    name: str
    scope: str


def match(function: Function, op: Op) -> bool:
    test = op.regions[0].result
    if test.kind != "compare" or test.attrs["op"] not in _STEPS or test.operands[0].kind != "load":
        return False
    step = _step(op, test.operands[0].attrs["name"])
    if step is None:
        return False
    constant = _constant(step)
    return test.attrs["op"] in ("<", "<=") if constant is None else constant * _STEPS[test.attrs["op"]] > 0


def _step(loop: Op, name: str) -> Op | None:
    """What the last statement of the body adds to the counter, if there are other statements."""
    statements = list(loop.regions[1].roots())
    if len(statements) < 2:
        return None
    last = statements[-1]
    if last.kind != "store" or last.attrs["name"] != name:
        return None
    change = last.operands[0]
    if change.kind not in ("inplace", "binary") or change.attrs["op"] not in ("+", "-"):
        return None
    counter, amount = change.operands
    if counter.kind != "load" or counter.attrs["name"] != name:
        return None
    if amount.kind == "load":
        return amount if change.attrs["op"] == "+" else None
    return amount if amount.kind == "constant" and type(amount.attrs["value"]) is int else None


def _constant(step: Op) -> int | None:
    """The step as a number with its sign, None if it is a variable."""
    if step.kind != "constant":
        return None
    assert step.region is not None
    change = next(op for op in step.region.ops if step in op.operands)
    value: int = step.attrs["value"]
    return value if change.attrs["op"] == "+" else -value


def prove(function: Function, op: Op) -> Counting | Refused:
    if function.is_module:
        return Refused("names_are_visible")
    test = op.regions[0].result
    counter, stop = test.operands
    name = counter.attrs["name"]
    if not can_call(function, "range"):
        return Refused("range_is_rebound")
    if len(bindings_in(op.regions[1], name)) != 1 or bindings_in(op.regions[0], name):
        return Refused("counter_is_rebound")
    if any(jump.kind == "continue" for jump in jumps(op)):
        return Refused("continue_skips_the_step")
    if not function.is_exactly(counter, "int"):
        return Refused("counter_is_not_int")
    if not function.is_exactly(stop, "int"):
        return Refused("limit_is_not_int")
    if not _is_fixed(function, op, stop):
        return Refused("limit_may_change")
    before = _statements_before(op, name)
    assignment = before[0] if before else None
    last = list(op.regions[1].roots())[-1]
    inside = set(everything(op))
    if (
        not function.is_local(counter)
        or function.live_after(op, name)
        or (assignment is None and function.in_loop(op))
        or any(load not in inside for load in function.reaching.uses.get(assignment or last, ()))
        or any(each.kind == "load" and each.attrs["name"] == name for each in _below(op.regions[2]))
        or not can_drop(function, name, inside | {assignment or last})
    ):
        return Refused("counter_is_seen_elsewhere")
    step = _step(op, name)
    assert step is not None
    constant = _constant(step)
    if constant is None and not _is_fixed_and_positive(function, op, step):
        return Refused("step_may_change")
    return Counting(
        op,
        before,
        assignment.operands[0] if assignment is not None else counter,
        stop,
        {"<=": 1, ">=": -1}.get(test.attrs["op"], 0),
        make.constant(constant) if constant is not None else step,
        tuple(list(op.regions[1].roots())[:-1]),
        name,
        last.attrs["scope"],
    )


def _below(region: Region) -> list[Op]:
    return [op for root in region.roots() for op in everything(root)]


def _is_fixed(function: Function, loop: Op, stop: Op) -> bool:
    """Whether the limit is the same int in every turn, and asking for it does nothing else."""
    forbidden = RAISE | CALL | WRITE_HEAP | WRITE_SLOT | SUSPEND
    if not is_steady(function, changed_names(loop), stop):
        return False
    for op in tree(stop):
        if op.kind == "load" and function.builtin(op) == "len":
            continue
        if function.effects(op) & forbidden:
            return False
        if op.kind == "call":
            if function.builtin(op.operands[0]) != "len":
                return False
            if disturbs(function, loop, function.value(op.operands[1]), resizing=True):
                return False
        elif op.kind not in ("load", "constant", "binary", "unary"):
            return False
    return True


def _is_fixed_and_positive(function: Function, loop: Op, step: Op) -> bool:
    if not function.is_exactly(step, "int") or not is_steady(function, changed_names(loop), step):
        return False
    low, _ = limits(function, step)
    return low is not None and low[0] is None and low[1] > 0


def _statements_before(loop: Op, name: str) -> tuple[Op, ...]:
    """`i = a` before the loop, and what stands between: nothing, or for a constant a, plain assignments."""
    assert loop.region is not None
    roots = list(loop.region.roots())
    start = roots.index(loop)
    for position in range(start - 1, -1, -1):
        root = roots[position]
        if root.kind == "store" and root.attrs["name"] == name:
            value = root.operands[0]
            if value.kind == "inplace" or (position < start - 1 and value.kind != "constant"):
                return ()
            return tuple(roots[position:start])
        if root.kind != "store" or any(each.attrs.get("name") == name or each.regions for each in tree(root)):
            return ()
    return ()


def build(proof: Counting) -> Replacement:
    arguments = [_shifted(clone(proof.stop), proof.shift)]
    start = clone(proof.start) if proof.start is not None else make.constant(0)
    step = proof.step.attrs["value"] if proof.step.kind == "constant" else None
    if step != 1 or not _is_zero(start):
        arguments.insert(0, start)
    if step is None:
        arguments.append(clone(proof.step))
    elif step != 1:
        arguments.append(make.constant(step) if step > 0 else make.unary("-", make.constant(-step)))
    body = make.block(proof.statements, proof.loop.regions[1])
    orelse = proof.loop.regions[2]
    loop = make.for_(proof.name, make.builtin("range", *arguments), body, orelse, proof.scope)
    return Replacement((Edit((*proof.before, proof.loop), (*proof.before[1:], loop)),))


def _is_zero(op: Op) -> bool:
    return op.kind == "constant" and type(op.attrs["value"]) is int and op.attrs["value"] == 0


def _shifted(stop: Op, shift: int) -> Op:
    """`stop + shift`, with constants folded."""
    if shift == 0:
        return stop
    if stop.kind == "constant" and stop.attrs["value"] + shift >= 0:
        return make.constant(stop.attrs["value"] + shift)
    if stop.kind == "binary" and stop.attrs["op"] in ("+", "-") and stop.operands[1].kind == "constant":
        amount = stop.operands[1].attrs["value"]
        if type(amount) is int:
            amount = (amount if stop.attrs["op"] == "+" else -amount) + shift
            if amount == 0:
                return stop.operands[0]
            return make.binary("+" if amount > 0 else "-", stop.operands[0], make.constant(abs(amount)))
    return make.binary("+" if shift > 0 else "-", stop, make.constant(1))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("while",), match, prove, build, REFUSALS)
