"""A program after some rewrites: those that the classic chooser wants, or any that are legal."""

from __future__ import annotations

import random
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from unittest.mock import patch

from noodlecore_trm import pipeline
from noodlecore_trm.choosers import (
    Answer,
    Chooser,
    ClassicChooser,
    FallbackChooser,
    Proposal,
    Proposer,
    State,
)
from noodlecore_trm.choosers.table import shipped_table
from noodlecore_trm.emit import EmissionError, text_of
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op
from noodlecore_trm.options import Options
from noodlecore_trm.parse import ParsedModule, parse_module
from noodlecore_trm.pipeline import optimize, selected_rules
from noodlecore_trm.profile.seen import FileProfile
from noodlecore_trm.refine import Tried, Verdict
from noodlecore_trm.road import Road
from noodlecore_trm.rules import Rule, load
from noodlecore_trm.rules.listing import Candidate, RuleTable
from noodlecore_trm.suppressions import suppressed_lines
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.emission import emit_verified
from noodlecore_trm.validate.judges import Judgement
from noodlecore_trm.validate.structure import check_structure


@dataclass(frozen=True, slots=True)
class Plan:
    """
    How a program is rewritten: `classic` (the chooser, once over), `whole` (the pipeline with its
    judges), `chain` (random legal rewrites, at most `steps`) or `plans` (classic's answer for each function, bettered
    by random plans that a random judge weighs). `rules` are those that take part; none means all.
    Most chains use a part of the rules only: that is cheaper, and they do not always mask each other
    (Groce et al.: Swarm Testing, ISSTA 2012).
    """

    kind: str
    steps: int = 0
    rules: tuple[str, ...] = ()
    seed: int = 0

    def __str__(self) -> str:
        shown = f"{self.kind} {self.seed} of {self.steps}" if self.kind in ("chain", "plans") else self.kind
        return f"{shown} with {', '.join(self.rules)}" if self.rules else shown


@dataclass(frozen=True, slots=True)
class Variant:
    """The text after the rewrites, and the names of the rules in the order they were applied."""

    text: str
    rules: tuple[str, ...]


class Fault(Exception):
    """The road itself broke: what it built cannot be written down or read back."""


class _RandomChooser:
    """Any rule that has a candidate, then any of its candidates."""

    name = "random"

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def choose(self, state: State) -> Candidate | None:
        if self.rng.random() < 0.1 or len(state.function.body.ops) > 400:
            return None
        names = sorted({candidate.rule.name for candidate in state.candidates})
        name = self.rng.choice(names)
        return self.rng.choice([candidate for candidate in state.candidates if candidate.rule.name == name])

    def wants(self, rule: Rule) -> bool:
        return True


class _RandomProposer:
    """Plans of any candidates, some of which are tried before."""

    name = "random plans"

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def propose(self, state: State, tried: Sequence[Tried[Answer]]) -> Proposal | None:
        if self.rng.random() < 0.3 or len(state.function.body.ops) > 400:
            return None
        plan = self.rng.sample(state.candidates, min(len(state.candidates), self.rng.randrange(1, 6)))
        for candidate in self.rng.sample(plan, len(plan) // 2):
            with state.preview((candidate,)):
                pass
        return Proposal(tuple(plan), self.rng.random())

    def wants(self, rule: Rule) -> bool:
        return True

    def judge(self, first: object, own: object, remarks: tuple[str, ...] = (), *, scarce: bool = False) -> Verdict:
        """In the place of the estimates, so that any of the answers may be taken."""
        return Verdict(True, self.rng.random() if remarks else 0.3, "", remarks)


class _Lies(FileProfile):
    """A profile that says anything: it may cost speed and nothing else."""

    def __init__(self, seed: int) -> None:
        super().__init__({})
        self.seed = seed

    def _drawn(self, op: Op) -> random.Random:
        return random.Random(f"{self.seed} {text_of(op)}")

    def turns(self, function: Function, loop: Op) -> float | None:
        return None

    def outcomes(self, function: Function, test: Op) -> tuple[int, int]:
        rng = self._drawn(test)
        return rng.randrange(100), rng.randrange(100)

    def argument(self, function: Function, name: str) -> str | None:
        return random.Random(f"{self.seed} {name}").choice((None, "", "int", "str", "list[int]", "float", "Box"))


def draw_plan(rng: random.Random, rules: tuple[str, ...]) -> Plan:
    """A plan for a program that was written for some rules."""
    toss = rng.random()
    if toss < 0.2:
        return Plan("classic")
    if toss < 0.21:
        return Plan("whole")
    if toss < 0.3 and rules:
        return Plan("chain", 12, rules, rng.getrandbits(32))
    steps = rng.choice((1, 2, 3, 5, 8, 16))
    if rng.random() < 0.3:
        return Plan("chain", steps, (), rng.getrandbits(32))
    kind = "plans" if toss < 0.4 else "chain"
    swarm = rng.choice(_swarms())
    return Plan(kind, steps, tuple(dict.fromkeys((*swarm, *rules))), rng.getrandbits(32))


@cache
def _swarms() -> tuple[tuple[str, ...], ...]:
    """Some parts of the rules, each with a third of them."""
    rng = random.Random(0)
    names = sorted(name for name, rule in load().items() if not rule.needs)
    return tuple(tuple(sorted(rng.sample(names, len(names) // 3))) for _ in range(40))


@cache
def _classic() -> ClassicChooser:
    return ClassicChooser(shipped_table())


_tables: dict[tuple[frozenset[str], tuple[str, ...]], tuple[Options, RuleTable]] = {}


def _table(options: frozenset[str], rules: tuple[str, ...]) -> tuple[Options, RuleTable]:
    found = _tables.get((options, rules))
    if found is None:
        chosen = Options(
            chooser="classic",
            select=rules,
            fp_relaxed="fp_relaxed" in options,
            closed_world="closed_world" in options,
            timeout=60.0,
        )
        found = _tables[options, rules] = chosen, RuleTable(selected_rules(chosen))
    return found


def _structure_alone(parsed: ParsedModule, optimized: bytes, *_: object) -> Judgement:
    """The judge of structure; the campaign itself stands in for the one of behaviour, which takes a second."""
    structure = check_structure(parsed.original, optimized)
    return Judgement(structure.status, "skipped", structure.detail)


def rewrite(source: str, plan: Plan, options: frozenset[str] = frozenset()) -> Variant:
    """
    The program after the plan. Raises Fault where the road breaks: a rule or a fact raises, or what was built cannot
    be written down.

    A rewrite that the road itself takes back (too wide, does not fit) is no fault.
    """
    try:
        return _rewritten(source, plan, options)
    except Fault:
        raise
    except Exception as problem:  # whatever a rule may raise is a fault to report, with its place
        place = traceback.extract_tb(problem.__traceback__)[-1]
        raise Fault(f"{type(problem).__name__}: {problem} at {place.filename}:{place.lineno}") from problem


def _rewritten(source: str, plan: Plan, options: frozenset[str]) -> Variant:
    chosen, table = _table(options, plan.rules)
    parsed = parse_module(source)
    if suppressed_lines(parsed).file:
        return Variant(source, ())
    if plan.kind == "whole":
        with patch.object(pipeline, "_judge", _structure_alone):
            result = optimize(source, options=chosen)
        if result.receipt.reason and "settle" not in result.receipt.reason:
            raise Fault(result.receipt.reason)
        changes = [change.rule for function in result.receipt.functions for change in function.kept]
        return Variant(result.optimized.decode(), tuple(changes))
    module = translate(parsed)
    classic = _classic()
    rng = random.Random(plan.seed)
    proposer = _RandomProposer(rng)
    makers: dict[str, Callable[[], Chooser | Proposer]] = {
        "classic": lambda: classic, "chain": lambda: _RandomChooser(rng), "plans": lambda: proposer,
    }  # fmt: skip
    chooser = FallbackChooser(makers[plan.kind], classic, 60.0)
    if plan.kind != "classic":
        chosen = replace(chosen, max_rewrites=plan.steps)
    road = Road(module, table, chooser, chosen, seen=_Lies(plan.seed) if plan.seed % 3 == 1 else None)
    with patch("noodlecore_trm.road.verdict_against", proposer.judge):
        done = road.run()
    kept = tuple(change.rule for record in done.records for change in record.kept)
    if chooser.reason:
        raise Fault(f"the chooser failed: {chooser.reason}")
    if not kept:
        return Variant(source, ())
    try:
        return Variant(emit_verified(module).decode(), kept)
    except EmissionError as problem:
        if problem.reason == "result_makes_the_compiler_warn":
            return Variant(source, ())
        raise
