"""
Ask before a loop what it would ask in every turn.

    for ...: if flag: a else: b   ->   if flag: for ...: a
                                       else: for ...: b

Before:

    def totals(words, widths):
        wide = len(widths) > 2
        total = 0
        for word in words:
            if wide:
                total += len(word)
            else:
                total += 1
        return total

After:

    def totals(words, widths):
        wide = len(widths) > 2
        total = 0
        if wide:
            for word in words:
                total += len(word)
        else:
            for word in words:
                total += 1
        return total

Why: the test comes out the same in every turn, so it is made once. It can neither raise nor run
other code, so it does not matter that a loop of no turns would not have made it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import CALL, RAISE, READ_HEAP, SPECS, SUSPEND
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import SCALARS
from noodlecore_trm.ir.facts.loops import changed_names, same
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.op import Op, Region, clone, everything, tree, walk
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "variable_may_be_changed": "a closure that rebinds the flag may be called in the loop",
    "test_may_run_code": "a flag of a class of one's own may print in `__bool__`, or change its mind",
    "test_may_raise": "`for x in []: if a % b` never divides, before the loop it would",
    "test_reads_what_may_change": "`if xs` is false as soon as the loop has emptied xs",
    "declares_a_name": "in the second loop, `global total` would come after uses of total",
    "shares_its_line": "`i = 0; total = 0` in the same block would have to be taken apart",
    "unreachable_code_counts": "a `yield` after `if flag: continue` and `if not flag: break` makes a generator",
    "loop_is_large": "a loop of a thousand lines with ten tests would be written a thousand times",
}

_TESTS = frozenset(("load", "constant", "compare", "chain", "unary", "binary", "boolean", "select", "result"))
_LARGEST = 400


@dataclass(frozen=True)
class Part:
    """A branch, and what its test or the first part of it asks, without the `not` before it."""

    branch: Op
    test: Op
    whole: bool
    holds: bool


@dataclass(frozen=True)
class Switch:
    """The loop, and what is asked in it."""

    loop: Op
    test: Op


def match(function: Function, op: Op) -> bool:
    return op.region is not None and op.region.kind == "block" and bool(_switches(function, op))


def _switches(function: Function, loop: Op) -> list[Op]:
    """The tests that come out the same in every turn, but for those an outer loop can take out."""
    changed = changed_names(loop)
    found = [part.test for part in _parts(loop) if _is_steady(part.test, changed)]
    outer = next((each for each in function.enclosing(loop) if each.kind in ("for", "while")), None)
    if found and outer is not None:
        changed = changed_names(outer)
        found = [test for test in found if not _is_steady(test, changed)]
    return found


def _parts(loop: Op) -> Iterator[Part]:
    """The tests of the branches of a loop, and once more the first parts of those with `and` or `or`."""
    pending: list[Region] = [*loop.regions[:2]]
    while pending:
        for op in pending.pop().ops:
            pending.extend(region for region in op.regions if region.scope is None)
            if op.kind in ("if", "select"):
                test = op.operands[0]
                yield _part(op, test, True)
                if test.kind == "boolean":
                    yield _part(op, test.operands[0], False)


def _part(branch: Op, test: Op, whole: bool) -> Part:
    holds = True
    while test.kind == "unary" and test.attrs["op"] == "not":
        test, holds = test.operands[0], not holds
    return Part(branch, test, whole, holds)


def _is_steady(test: Op, changed: set[str]) -> bool:
    """Whether a test reads nothing but variables of the function that a loop does not bind."""
    reads = False
    for op in everything(test):
        if op.kind not in _TESTS:
            return False
        if op.kind == "load":
            if op.attrs["scope"] not in ("local", "cell") or op.attrs["name"] in changed:
                return False
            reads = True
    return reads


def prove(function: Function, op: Op) -> Switch | Refused:
    assert op.region is not None
    below = list(everything(op))
    if op.region.inline:
        return Refused("shares_its_line")
    if len(below) > _LARGEST:
        return Refused("loop_is_large")
    if any(each.kind in ("global", "nonlocal") for each in below):
        return Refused("declares_a_name")
    reason = ""
    for test in _switches(function, op):
        refused = _refusal(function, test)
        if not refused:
            proof = Switch(op, test)
            return Refused("unreachable_code_counts") if _loses(proof) else proof
        reason = reason or refused
    return Refused(reason)


def _refusal(function: Function, test: Op) -> str:
    for load in everything(test):
        if load.kind == "load" and not (load.attrs["name"] in function.private and function.is_bound(load)):
            return "variable_may_be_changed"
    mask = function.tree_effects(test)
    if mask & CALL or "any" in function.value(test):
        return "test_may_run_code"
    if mask & RAISE:
        return "test_may_raise"
    if mask & READ_HEAP or not function.value(test) <= SCALARS:
        return "test_reads_what_may_change"
    return ""


def _loses(proof: Switch) -> bool:
    """Whether neither of the two loops has a binding or a `yield` that the one loop has, as it is never reached."""
    return not _counted(proof.loop) <= _counted(_decided(proof, True)) | _counted(_decided(proof, False))


def _counted(loop: Op) -> set[str]:
    """The variables that a loop binds, and the kinds of its ops that suspend."""
    found: set[str] = set()
    pending = [tree(loop)]
    while pending:
        for op in pending.pop():
            if op.kind in BINDERS:
                found.update(bound_names(op))
            elif SPECS[op.kind].effects & SUSPEND:
                found.add(f"{op.kind} ")
            for region in op.regions:
                if region.scope is None:
                    pending.append(region.ops)
                elif region.scope.kind == "comprehension":  # its own variables do not count
                    pending.append([each for each in walk(region) if each.kind in ("walrus", "await")])
    return found


def build(proof: Switch) -> Replacement:
    source = proof.loop.region
    assert source is not None
    arms = [make.block([_decided(proof, outcome)], source) for outcome in (True, False)]
    switch = make.if_(clone(proof.test), *arms)
    outer = source.parent
    if outer is not None and outer.kind == "if" and source is outer.regions[1] and [*source.roots()] == [proof.loop]:
        switch.attrs = {"elif": True}
    return Replacement((Edit((proof.loop,), (switch,)),))


def _decided(proof: Switch, outcome: bool) -> Op:
    """The loop as it is where the test comes out like this."""
    copy = clone(proof.loop)
    while True:
        part = next((each for each in _parts(copy) if same(each.test, proof.test)), None)
        if part is None:
            return copy
        make.exchange(part.branch, _rest(part, outcome is part.holds))


def _rest(part: Part, outcome: bool) -> list[Op]:
    branch = part.branch
    test = branch.operands[0]
    if not part.whole and outcome is (test.attrs["op"] == "and"):
        rest = Op(branch.kind, (_without_first(test),), branch.attrs, branch.regions, branch.origin)
        rest.edited = True
        return [rest]
    taken = branch.regions[0 if outcome else 1]
    return [taken.result] if branch.kind == "select" else list(taken.roots())


def _without_first(test: Op) -> Op:
    first, *others = (region.result for region in test.regions)
    if not others:
        return first
    return Op("boolean", (first,), test.attrs, tuple(map(make.lazy, others)))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for", "while"), match, prove, build, REFUSALS)
