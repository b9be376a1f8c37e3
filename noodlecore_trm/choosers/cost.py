"""A static estimate of what a function costs, in units of one simple bytecode."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.checks import Levels
from noodlecore_trm.ir.facts.methods import BUILTIN_METHODS, find_target
from noodlecore_trm.ir.facts.observed import NothingObserved
from noodlecore_trm.ir.facts.reaching import Definition
from noodlecore_trm.ir.op import Op, Region, everything, tree, walk
from noodlecore_trm.ir.shapes import iterable_of
from noodlecore_trm.rules.listing import Candidate
from noodlecore_trm.rules.rule import Edit

# Measured on CPython 3.11, in units of 4 ns; names and constants are cheap, calls are not.
_WEIGHTS: Final = {
    "call": 5.0, "getattr": 1.5, "getitem": 1.2, "setitem": 1.2, "setattr": 1.5, "binary": 2.0, "inplace": 2.0,
    "compare": 2.0, "chain": 3.0, "comprehension": 10.0, "lambda": 8.0, "def": 8.0, "for": 3.0, "while": 0.5,
    "comp_for": 2.0, "comp_element": 1.0, "list": 3.5, "tuple": 1.5, "set": 8.0, "dict": 6.0, "constant": 0.4,
    "load": 0.5, "store": 0.4, "unpack": 1.0, "format": 8.0, "fstring": 6.0, "yield": 4.0, "try": 0.5, "with": 20.0,
    "select": 0.5, "boolean": 0.5, "if": 0.5, "slice": 6.0, "import": 60.0, "importfrom": 60.0, "class": 2000.0,
}  # fmt: skip
_CALLS: Final = {"len": 2.0, "abs": 2.0, "ord": 2.0, "range": 13.0, "min": 20.0, "max": 20.0, "int": 9.0, "float": 8.0}
"""Calls of builtins."""
_RESUMED: Final = {"comprehension": 25.0, "comp_element": 7.0}
"""What is different in a generator: it is resumed for every item."""
_LOOK: Final = 7.5
"""What it costs to ask for the type of an item."""
_FRAME: Final = 3.0
"""What a call of a function in Python costs more than one of a function in C."""
_ELSEWHERE: Final = 75.0
"""What code costs that is not known, a call of it or what is done between a `yield` and the next turn: 0.3 µs."""
_OPERATION: Final = 15.0
"""What an operation on a value that a library has made costs, on top of what one on a list or a number does."""
_OPERATIONS: Final = frozenset(("getitem", "setitem", "binary", "inplace", "compare", "unary"))
_QUICK_MODULES: Final = frozenset(
    ("math", "cmath", "operator", "itertools", "collections", "heapq", "bisect", "random", "time", "struct", "array")
)
"""What these have to offer is written in C, and brief."""
_TURN: Final = 1.0
_TRIPS: Final = 8.0
_NEGLIGIBLE: Final = 0.2
_RARE: Final = 0.05
"""How often a statement ends in one of its handlers."""
_JUMPS: Final = frozenset(("return", "raise", "break", "continue"))
_ITERATED: Final = frozenset(("for", "while", "comp_for"))
_MOST_CALLED: Final = 16
"""How deep the costs of functions count that a function calls."""
_MOST_STEPS: Final = 6
"""From a value back to what it was made of."""
_LEAST_TURNS: Final = 0.125
"""What a loop is taken for that was seen to be entered only: it may turn another day."""


class Rates:
    """
    How often what is below an op runs in a run of the op: a loop turns eight times, an arm of a branch runs half, and
    the slow arm of a guarded version `slow`.
    """

    def __init__(self, slow: float = _NEGLIGIBLE) -> None:
        self.slow = slow

    def turns(self, loop: Op) -> float:
        """How many turns a loop takes, if that is written down in it."""
        if loop.kind == "while":
            return _TRIPS
        iterable = iterable_of(loop)
        if iterable.kind in ("list", "tuple"):
            return len(iterable.operands)
        called = iterable.operands[0].attrs.get("name") if iterable.kind == "call" else None
        if called == "range" and len(iterable.operands) == 2:
            stop = iterable.operands[1].attrs.get("value")
            return float(stop) if type(stop) is int and 0 <= stop < _TRIPS else _TRIPS
        return _TRIPS

    def items(self, statements: Iterable[Op]) -> float:
        """How many items there are in what statements go through."""
        return _TRIPS

    def share(self, op: Op, index: int) -> float:
        """How often a region runs; the slow arm of a guarded version little: the guard is expected to hold."""
        kind = op.kind
        if kind in _ITERATED:
            return self.turns(op) if index < 2 else 1.0
        if kind == "if" and op.attrs.get("version"):
            return 1.0 if index == 0 else self.slow
        if kind == "select" and self.slow == 0.0 and _is_pin(op.operands[0]):
            return 1.0 if index == 0 else 0.0
        if kind in ("if", "comp_if", "select", "boolean"):
            return self.arm(op, index)
        if kind in ("def", "lambda"):
            return _NEGLIGIBLE
        if kind == "try" and index == 1:
            return _RARE
        return 1.0

    def arm(self, op: Op, index: int) -> float:
        """How often a branch takes an arm, or evaluates another operand."""
        if op.kind == "boolean":
            return 0.5
        holds = _likelihood(op.operands[0])
        return holds if index == 0 else 1.0 - holds

    def after(self, edit: Edit) -> Rates:
        """The same for what an edit puts in."""
        return self


def _likelihood(test: Op) -> float:
    """How often a test holds of which nothing is known but how it is put together."""
    if test.kind == "unary" and test.attrs["op"] == "not":
        return 1.0 - _likelihood(test.operands[0])
    if test.kind == "boolean":
        parts = [_likelihood(part) for part in (test.operands[0], *(region.result for region in test.regions))]
        return math.prod(parts) if test.attrs["op"] == "and" else 1.0 - math.prod(1.0 - part for part in parts)
    return 0.5


_USUAL: Final = Rates()


class ObservedRates(Rates):
    """The same as a profile has seen it in a function; a new loop turns as often as the one it stands for."""

    def __init__(
        self, function: Function, replaced: dict[Op, Op] | None = None, slow: float = _NEGLIGIBLE
    ) -> None:
        super().__init__(slow)
        self._function = function
        self._observed = function.facts.observed
        self._replaced = replaced or {}
        self._turns: dict[Op, float | None] = {}

    def turns(self, loop: Op) -> float:
        seen = self._seen(loop)
        return super().turns(loop) if seen is None else seen

    def items(self, statements: Iterable[Op]) -> float:
        loops = [op for each in statements for op in everything(each) if op.kind in _ITERATED]
        return max((seen for seen in map(self._seen, loops) if seen is not None), default=_TRIPS)

    def arm(self, op: Op, index: int) -> float:
        if op.kind != "boolean":
            truth = self._truth(op.operands[0])
            return super().arm(op, index) if truth is None else truth if index == 0 else 1.0 - truth
        reached = 1.0
        for operand in (op.operands[0], *(region.result for region in op.regions[:index])):
            truth = self._truth(operand)
            if truth is None:
                return 0.5
            reached *= truth if op.attrs["op"] == "and" else 1.0 - truth
        return reached

    def after(self, edit: Edit) -> Rates:
        before = [op for root in edit.old for op in everything(root) if op.kind in _ITERATED]
        after = [op for root in edit.new for op in everything(root) if op.kind in _ITERATED]
        gone = [op for op in before if op not in after]
        made = [op for op in after if op not in before and self._seen(op) is None]
        return ObservedRates(self._function, dict(zip(made, gone, strict=False)), self.slow) if made and gone else self

    def _seen(self, loop: Op) -> float | None:
        if loop not in self._turns:
            seen = self._observed.turns(self._function, loop)
            if seen is None and loop in self._replaced:
                seen = self._observed.turns(self._function, self._replaced[loop])
            self._turns[loop] = None if seen is None else max(seen, _LEAST_TURNS)
        return self._turns[loop]

    def _truth(self, test: Op) -> float | None:
        """How often a test holds, never quite always or never."""
        seen = self._observed.outcomes(self._function, test)
        return None if seen is None or not any(seen) else (seen[0] + 1.0) / (sum(seen) + 2.0)


def rates_of(function: Function, slow: float = _NEGLIGIBLE) -> Rates:
    """What is known of how often the parts of a function run; the slow arm of a guarded version runs `slow`."""
    if isinstance(function.facts.observed, NothingObserved):
        return Rates(slow)
    return ObservedRates(function, slow=slow)


def cost(region: Region, rates: Rates = _USUAL, factor: float = 1.0) -> float:
    """Sum of op weights, each as often as it runs."""
    total = 0.0
    for op in region.ops:
        total += own(op, rates) * factor
        for index, inner in enumerate(op.regions):
            total += cost(inner, rates, factor * rates.share(op, index))
    return total


def cost_of(function: Function) -> float:
    """What a run of a function costs."""
    return cost(function.body, rates_of(function))


def whole_cost_of(function: Function, known: dict[Op, float] | None = None, depth: int = 0) -> float:
    """
    What a run of a function costs in which all guards hold, with what it runs in functions of its module: to inline one
    does not make it dearer. `known` are the costs of those that were looked at before, and none for those that are
    being looked at.
    """
    known = {} if known is None else known
    rates = rates_of(function, slow=0.0)
    total = cost(function.body, rates)
    for call in function.of_kind("call") if depth < _MOST_CALLED else ():
        callee = _called(function, call)
        if callee is None:
            continue
        if callee not in known:
            known[callee] = 0.0
            known[callee] = whole_cost_of(Function(function.facts, callee), known, depth + 1)
        total += frequency(call, function.body, rates) * known[callee]
    return total


def _called(function: Function, call: Op) -> Op | None:
    """The definition in the module that a call runs, if it is one and that is known."""
    if call.kind != "call":
        return None
    named = call.operands[0]
    is_global = named.kind == "load" and named.attrs["scope"] == "global"
    callee = function.facts.callee(named.attrs["name"]) if is_global else function.own_callee(call)
    return None if callee is None else callee.definition


def own(op: Op, rates: Rates = _USUAL) -> float:
    """What an op costs without its operands and regions, but for the overhead of a loop's turns."""
    if op.kind == "call" and op.operands[0].kind == "load":
        return _CALLS.get(op.operands[0].attrs["name"], _WEIGHTS["call"])
    if op.kind in _RESUMED and _is_in_generator(op):
        return _RESUMED[op.kind]
    turning = _TURN * rates.turns(op) if op.kind in _ITERATED else 0.0
    return _WEIGHTS.get(op.kind, 0.5) + turning


class _Run(NamedTuple):
    """What a run of some ops costs, what is spent in code that is not known, and how often the end is reached."""

    cost: float = 0.0
    away: float = 0.0
    end: float = 1.0


class Work:
    """
    What statements of a function cost, known functions that they call included, and what candidates would save of it.

    `around` are the statements, or what they were before they were copied. Checks are taken to hold. Code that is not
    known is part of the whole, and nothing of it is ever saved.
    """

    def __init__(self, function: Function, around: tuple[Op, ...]) -> None:
        self._function = function
        self._rates = rates_of(function)
        self._around = around
        self._called: dict[Op, _Run] = {}
        self._foreign: dict[Op, float] = {}

    @cached_property
    def whole(self) -> float:
        runs = [self._run(tree(statement), self._rates) for statement in self._around]
        return sum(run.cost + run.away for run in runs)

    def share(self, op: Op) -> float:
        """How much of the whole is spent on an op and all below it, from 0 to 1."""
        return min(1.0, self._factor(op) * self._run(tree(op), self._rates).cost / self.whole)

    def saved(self, candidate: Candidate) -> float:
        """How much of the whole a candidate would save, going by the ops it takes away and puts in."""
        saved = 0.0
        for edit in candidate.replacement.edits:
            if candidate.function.holds(edit.old[0]):
                after = self._rates.after(edit)
                change = sum(self._run(tree(root), self._rates).cost for root in edit.old)
                change -= sum(self._run(tree(root), after).cost for root in edit.new)
                saved += self._factor(edit.old[0]) * change
        return saved / self.whole

    def checking(self, levels: Levels) -> float:
        """How much longer the whole takes for a check that looks at each item, and at theirs."""
        items = self._rates.items(self._around)
        looks = sum(_LOOK * items**depth for depth in range(1, len(levels)))
        return looks / self.whole

    def _factor(self, op: Op) -> float:
        """How often an op is run in a run of the whole."""
        factor = 1.0
        region = op.region
        while region is not None and region.parent is not None and region is not self._function.body:
            if any(map(self._is_around, region.ops)):
                break
            factor *= self._rates.share(region.parent, region.parent.regions.index(region))
            region = region.parent.region
        return factor

    def _is_around(self, op: Op) -> bool:
        return op.is_statement and any(_is_like(op, each) for each in self._around)

    def _run(
        self, ops: Iterable[Op], rates: Rates, function: Function | None = None, turns: float = 1.0
    ) -> _Run:
        """
        A run of ops of a function, in a loop of so many turns. What comes after a jump is run less often, but after one
        that ends the loop hardly so: it is taken once at most.
        """
        function = function or self._function
        cost = away = 0.0
        reached = 1.0
        for op in ops:
            if op not in self._foreign:
                self._foreign[op] = _foreign(function, op, rates)
            callee = self._callee(function, op)
            cost += reached * (own(op, rates) + callee.cost)
            away += reached * (self._foreign[op] + callee.away)
            inside = rates.turns(op) if op.kind in _ITERATED else turns
            left = 0.0
            for index, region in enumerate(op.regions):
                if not (index and op.attrs.get("version")):
                    run, share = self._run(region.ops, rates, function, inside), rates.share(op, index)
                    cost += reached * share * run.cost
                    away += reached * share * run.away
                    left += share * (1.0 - run.end) if op.kind == "if" else 0.0
            if op.kind in _JUMPS:
                left = 1.0 if op.kind == "continue" else 1.0 / max(1.0, turns)
            reached *= 1.0 - left
        return _Run(cost, away, reached)

    def _callee(self, function: Function, op: Op) -> _Run:
        """A run of a function that is called and known."""
        callee = _called(function, op)
        if callee is None:
            return _NONE
        if callee not in self._called:
            self._called[callee] = _NONE  # while it is being looked at: it may call itself
            called = Function(function.facts, callee)
            run = self._run(called.body.ops, rates_of(called), called)
            self._called[callee] = run._replace(cost=run.cost + _FRAME)
        return self._called[callee]


_NONE: Final = _Run()


def _foreign(function: Function, op: Op, rates: Rates) -> float:
    """What code costs that an op runs, and of which nothing is known. A guess by names: it is about time, no proof."""
    if is_foreign(function, op):
        return _ELSEWHERE
    if op.kind in _ITERATED and op.operands and is_foreign(function, iterable_of(op)):
        return _OPERATION * rates.turns(op)  # it may be a generator
    if op.kind in _OPERATIONS and any(_is_of_library(function, operand) for operand in op.operands):
        return _OPERATION
    return 0.0


def is_foreign(function: Function, op: Op) -> bool:
    """Whether an op calls, or lets go on, code of which nothing is known."""
    if op.kind in ("yield", "yieldfrom", "await"):
        return True
    if op.kind != "call":
        return False
    called = op.operands[0]
    if called.kind == "getattr":
        known = function.facts.closed_world and find_target(function, called.operands[0], called.attrs["name"])
        return not (known or _is_quick_method(function, called))
    if called.kind != "load":
        return True
    if called.attrs["scope"] != "global":
        made = function.definitions(called)
        return not made or not all(_is_quick(function, each) for each in made)
    if function.facts.is_builtin(called.attrs["name"]) or _called(function, op) is not None:
        return False
    return not _modules(function, called) & _QUICK_MODULES


def _is_of_library(function: Function, value: Op, depth: int = _MOST_STEPS) -> bool:
    """Whether a value comes from a call of something that is imported, as `x`, `y` in `x = np.ones(3); y = x.T - 1`."""
    if not depth:
        return False
    if value.kind in ("getitem", "getattr", "binary"):
        return any(_is_of_library(function, operand, depth - 1) for operand in value.operands)
    if value.kind == "call":
        modules = _modules(function, _named(value.operands[0]))
        return not modules & _QUICK_MODULES if modules else _is_of_library(function, value.operands[0], depth - 1)
    if value.kind != "load" or value.attrs["scope"] == "global":
        return False
    made = [each for each in function.definitions(value) if isinstance(each, Op) and each.kind == "store"]
    return any(_is_of_library(function, each.operands[0], depth - 1) for each in made)


def _named(called: Op) -> Op:
    """What `np.linalg.norm` begins with."""
    while called.kind == "getattr":
        called = called.operands[0]
    return called


def _is_quick(function: Function, definition: Definition) -> bool:
    """Whether a variable holds a function that was made here, or a quick method."""
    if not isinstance(definition, Op):
        return False
    value = definition.operands[0] if definition.kind == "store" else definition
    return value.kind in ("def", "lambda") or (value.kind == "getattr" and _is_quick_method(function, value))


def _is_quick_method(function: Function, method: Op) -> bool:
    """Whether an attribute is of a quick module, or has the name of a method of builtin types."""
    modules = _modules(function, method.operands[0])
    return bool(modules & _QUICK_MODULES) if modules else method.attrs["name"] in BUILTIN_METHODS


def _modules(function: Function, named: Op) -> frozenset[str]:
    """The modules that a global name is one of, or from which it is imported."""
    if named.kind != "load" or named.attrs["scope"] != "global":
        return frozenset()
    found = set()
    for op in function.facts.bindings.get(named.attrs["name"], ()):
        if op.kind == "importfrom":
            found.add(op.attrs["module"] or "")
        elif op.kind == "import":
            found.update(op.attrs["names"])
    return frozenset(found)


def spent(root: Op, rates: Rates = _USUAL) -> float:
    """What a run of an expression or statement costs, with all below it."""
    return sum(
        own(op, rates) + sum(cost(region, rates, rates.share(op, index)) for index, region in enumerate(op.regions))
        for op in tree(root)
    )


def frequency(op: Op, body: Region, rates: Rates = _USUAL) -> float:
    """How often an op runs in a run of the function whose body it stands in."""
    factor = 1.0
    region = op.region
    while region is not None and region is not body and region.parent is not None:
        factor *= rates.share(region.parent, region.parent.regions.index(region))
        region = region.parent.region
    return factor


def _is_pin(test: Op) -> bool:
    """Whether a test asks if a global is still what it was, as in `f is _f`."""
    sides = [(each.kind, each.attrs.get("scope")) for each in test.operands]
    return test.kind == "compare" and test.attrs["op"] == "is" and sides == [("load", "global")] * 2


def _is_like(op: Op, other: Op) -> bool:
    return op is other or (op.kind == other.kind and op.origin is not None and op.origin == other.origin)


def _is_in_generator(op: Op) -> bool:
    here: Op | None = op
    while here is not None and here.kind != "comprehension":
        here = None if here.region is None else here.region.parent
    return here is not None and bool(here.attrs["type"] == "generator")


def size(region: Region) -> int:
    """Number of ops below a region."""
    return sum(1 for _ in walk(region))


def size_of(op: Op) -> int:
    """Number of ops of a statement or expression, with all below it."""
    return sum(1 for _ in everything(op))


def is_larger(region: Region, ops: int) -> bool:
    """Whether there are more than so many ops below a region."""
    return next(islice(walk(region), ops, None), None) is not None
