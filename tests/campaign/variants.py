"""A program after some rewrites: those that the classic chooser wants, or any that are legal."""

from __future__ import annotations

import random
from dataclasses import dataclass

from noodlecore_trm.choosers import ClassicChooser, FallbackChooser, State
from noodlecore_trm.choosers.table import shipped_table
from noodlecore_trm.emit import EmissionError, emit
from noodlecore_trm.ir.rewriter import RewriteError
from noodlecore_trm.ir.verify import InvalidIR, verify
from noodlecore_trm.parse import parse_module
from noodlecore_trm.pipeline import Options, Road, optimize, selected_rules
from noodlecore_trm.rules.listing import Candidate, RuleTable
from noodlecore_trm.translate import translate


@dataclass(frozen=True, slots=True)
class Plan:
    """
    How a program is rewritten: `classic` (the chooser, once over), `whole` (the pipeline with its
    judges), `chain` (random legal rewrites, at most `steps`), or `rule` (one rule wherever it is legal).
    """

    kind: str
    steps: int = 0
    rule: str = ""
    seed: int = 0

    def __str__(self) -> str:
        return {"rule": f"rule {self.rule}", "chain": f"chain {self.seed} of {self.steps}"}.get(self.kind, self.kind)


@dataclass(frozen=True, slots=True)
class Variant:
    """The text after the rewrites, and the names of the rules in the order they were applied."""

    text: str
    rules: tuple[str, ...]


class Fault(Exception):
    """The road itself broke: what it built cannot be written down or read back."""


class _RandomChooser:
    """Any rule that has a candidate, then any of its candidates, so many times."""

    name = "random"

    def __init__(self, rng: random.Random, steps: int) -> None:
        self.rng = rng
        self.steps = steps

    def choose(self, state: State) -> Candidate | None:
        if self.steps <= 0 or self.rng.random() < 0.1 or len(state.function.body.ops) > 400:
            return None
        self.steps -= 1
        names = sorted({candidate.rule.name for candidate in state.candidates})
        name = self.rng.choice(names)
        return self.rng.choice([candidate for candidate in state.candidates if candidate.rule.name == name])


def draw_plan(rng: random.Random, rule: str) -> Plan:
    """A plan for a program that was written for a rule."""
    toss = rng.random()
    if toss < 0.3:
        return Plan("classic")
    if toss < 0.31:
        return Plan("whole")
    if toss < 0.42 and rule:
        return Plan("rule", 12, rule, rng.getrandbits(32))
    return Plan("chain", rng.choice((1, 2, 3, 5, 8, 16)), "", rng.getrandbits(32))


_tables: dict[tuple[frozenset[str], str], tuple[Options, RuleTable]] = {}


def _table(options: frozenset[str], rule: str) -> tuple[Options, RuleTable]:
    found = _tables.get((options, rule))
    if found is None:
        chosen = Options(
            chooser="classic",
            select=(rule,) if rule else (),
            fp_relaxed="fp_relaxed" in options,
            closed_world="closed_world" in options,
            timeout=60.0,
        )
        found = _tables[options, rule] = chosen, RuleTable(selected_rules(chosen))
    return found


def rewrite(source: str, plan: Plan, options: frozenset[str] = frozenset()) -> Variant:
    """
    The program after the plan. Raises Fault where the rewritten module cannot be written down.

    A rewrite that the road itself takes back (too wide, does not fit) is no fault.
    """
    chosen, table = _table(options, plan.rule)
    if plan.kind == "whole":
        result = optimize(source, options=chosen)
        if result.receipt.reason and "settle" not in result.receipt.reason:
            raise Fault(result.receipt.reason)
        changes = [change.rule for function in result.receipt.functions for change in function.kept]
        return Variant(result.optimized.decode(), tuple(changes))
    parsed = parse_module(source)
    module = translate(parsed)
    classic = ClassicChooser(shipped_table())
    chooser = FallbackChooser(lambda: classic, classic)
    if plan.kind != "classic":
        chooser = FallbackChooser(lambda: _RandomChooser(random.Random(plan.seed), plan.steps), classic)
    road = Road(module, table, chooser, chosen)
    try:
        done = road.run()
        kept = tuple(change.rule for record in done.records for change in record.kept)
        if chooser.reason:
            raise Fault(f"the chooser failed: {chooser.reason}")
        if not kept:
            return Variant(source, ())
        verify(module)
        text = emit(module).decode()
    except (EmissionError, InvalidIR, RewriteError) as problem:
        raise Fault(f"{type(problem).__name__}: {problem}") from problem
    return Variant(text, kept)
