"""Plans of a proposer: followed, judged, bettered, and never kept if they are worse than the first answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from noodlecore_trm import pipeline
from noodlecore_trm.choosers import (
    Answer,
    ChooserUnavailable,
    ClassicChooser,
    FallbackChooser,
    Proposal,
    State,
    Unsuited,
    with_fallback,
)
from noodlecore_trm.choosers.cost import cost_of, whole_cost_of
from noodlecore_trm.choosers.plans import GONE, LOSES, NOT_REACHED, TOO_LARGE, Estimate, verdict_against
from noodlecore_trm.choosers.table import Entry, shipped_table
from noodlecore_trm.emit import emit
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.text import print_module
from noodlecore_trm.ir.verify import verify
from noodlecore_trm.options import Options
from noodlecore_trm.parse import ParsedModule, parse_module
from noodlecore_trm.pipeline import _merge_records, selected_rules
from noodlecore_trm.refine import Tried
from noodlecore_trm.road import Record, Road
from noodlecore_trm.rules.listing import Candidate, RuleTable
from noodlecore_trm.rules.rule import Rule
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.judges import Judgement

SOURCE = b"""
def table(n):
    rows = []
    for i in range(n):
        row = []
        for j in range(3):
            row.append(min(i, j))
        rows.append(row)
    return rows


def longest(words):
    best = 0
    for word in words:
        best = max(best, len(word))
        if word == "stop" or word == "halt" or word == "end":
            break
    return best
"""
FOLDER = Path(__file__).parent.parent / "benchmarks" / "programs"
PROGRAMS = [SOURCE, *(path.read_bytes() for path in sorted(FOLDER.glob("*.py"))[:4])]

Plan = Callable[[State], tuple[Candidate, ...]]


class Planner:
    """Proposes what `plans` say, one after the other, and takes note of what it is told."""

    name = "planner"
    version = ""

    def __init__(
        self, *plans: Plan, confidence: float = 0.0, knows: Callable[[Rule], bool] = lambda rule: True
    ) -> None:
        self.plans = plans
        self.confidence = confidence
        self.wants = knows
        self.told: list[Sequence[Tried[Answer]]] = []

    def propose(self, state: State, tried: Sequence[Tried[Answer]]) -> Proposal | None:
        if not tried:
            return None
        self.told.append(tried)
        step = len(tried) - 1
        return Proposal(self.plans[step](state), self.confidence) if step < len(self.plans) else None


def everything(state: State) -> tuple[Candidate, ...]:
    return state.candidates


def nothing(state: State) -> tuple[Candidate, ...]:
    return ()


def only(rule: str) -> Plan:
    return lambda state: tuple(each for each in state.candidates if each.rule.name == rule)


def road(chooser: FallbackChooser, source: bytes = SOURCE, options: Options | None = None) -> Road:
    options = options or Options()
    return Road(translate(parse_module(source)), RuleTable(selected_rules(options)), chooser, options)


def led_by(planner: Planner, table: dict[str, Entry] | None = None) -> FallbackChooser:
    """A planner before a classic chooser with a table of its own: by default one that wants nothing."""
    return with_fallback(lambda: planner, ClassicChooser({} if table is None else table))


def classic_text(source: bytes) -> bytes:
    classic = ClassicChooser()
    ours = road(with_fallback(lambda: classic, classic), source)
    ours.run()
    return emit(ours.module)


def test_a_better_plan_is_kept() -> None:
    planner = Planner(only("expand_min_max"), nothing)
    ours = road(led_by(planner))
    records = {record.qualname: record for record in ours.run().records}
    verify(ours.module)
    assert b"i if i <= j else j" in emit(ours.module) or b"j if j < i else i" in emit(ours.module)
    record = records["table"]
    assert ([change.rule for change in record.kept], record.chooser) == (["expand_min_max"], "planner")
    assert (record.planned, record.fallback_reason) == (True, "")
    assert any("the answer of step 1 is taken" in line for line in record.reasoning)


COLD = b"""
def report(width, columns, title):
    width = max(2, width)
    columns = max(1, columns)
    lines = []
    lines.append(title.center(width * columns))
    lines.append("-" * width)
    lines.append("." * columns)
    lines.append(title.title())
    lines.append("=" * columns)
    lines.append(title.upper())
    lines.append(title.lower())
    return lines
"""


@pytest.mark.parametrize(("most", "made"), [(None, 0), (5, 2)])
def test_without_a_limit_each_part_has_to_be_worth_its_text(most: int | None, made: int) -> None:
    planner = Planner(only("expand_min_max"))
    chooser = with_fallback(lambda: planner, ClassicChooser(shipped_table()))
    (record,) = road(chooser, COLD, Options(max_rewrites=most)).run().records
    assert [change.rule for change in record.kept].count("expand_min_max") == made
    remarks = {remark for tried in planner.told for each in tried[1:] for remark in each.verdict.remarks}
    assert remarks == ({LOSES} if most is None else {""})


WIDE = b"""
def describe(parts):
    return "%s %s %s %s %s %s" % (
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][parts[0]],
        parts[1], parts[2], parts[3], parts[4], parts[5],
    )


def everything(rows):
    for row in rows:
        yield describe(row)


def first(rows):
    return describe(rows)
"""


def test_what_is_put_in_the_place_of_a_statement_is_no_wider_than_a_line() -> None:
    def inlined(source: bytes) -> int:
        chooser = with_fallback(lambda: Planner(only("inline_body")), ClassicChooser({}))
        ours = road(chooser, source, Options(max_rewrites=5))
        ours.run()
        return emit(ours.module).count(b" is _describe")

    assert inlined(WIDE) == 0
    assert inlined(WIDE.replace(b'"Wednesday", "Thursday", "Friday", "Saturday", "Sunday"', b"")) > 0


def test_what_was_laid_aside_comes_back_as_it_was() -> None:
    """The best answer, found first, is the module that a road finds which tries nothing else."""
    alone = road(led_by(Planner(only("expand_min_max"))))
    alone.run()
    ours = road(led_by(Planner(only("expand_min_max"), nothing, only("test_membership_in_set"))))
    ours.run()
    verify(ours.module)
    assert print_module(ours.module) == print_module(alone.module)


@pytest.mark.parametrize("source", PROGRAMS, ids=range(len(PROGRAMS)))
@pytest.mark.parametrize("most", [None, 2])
def test_plans_that_are_worse_change_nothing(
    monkeypatch: pytest.MonkeyPatch, source: bytes, most: int | None
) -> None:
    def worst(state: State) -> tuple[Candidate, ...]:
        classic = ClassicChooser().choose(state)
        return tuple(each for each in state.candidates if each is not classic)[-1:]

    options = Options(max_rewrites=most)
    expected = pipeline.optimize(source, options=Options(chooser="classic", max_rewrites=most))
    make = pipeline.make_chooser
    planner = Planner(nothing, worst)
    monkeypatch.setattr(
        pipeline, "make_chooser",
        lambda name, **more: with_fallback(lambda: planner, ClassicChooser()) if name == "trm" else make(name),
    )
    result = pipeline.optimize(source, options=options)
    assert planner.told
    if not any(reasoning.planned for reasoning in result.reasoning):
        assert result.optimized == expected.optimized
    costs = pipeline._whole_costs(parse_module(source))
    assert pipeline._cost_after(costs, result) <= pipeline._cost_after(costs, expected) * 1.0001


def test_it_is_told_what_became_of_its_plans() -> None:
    planner = Planner(everything, nothing)
    road(led_by(planner)).run()
    first, second = planner.told[-2:]
    assert [each.step for each in first] == [0]
    (_, tried) = second
    assert len(tried.answer) == len(tried.verdict.remarks) > 1
    assert [choice.index for choice in tried.answer] == list(range(len(tried.answer)))
    assert "" in tried.verdict.remarks
    assert set(tried.verdict.remarks) <= {"", GONE}


def test_a_part_whose_place_is_gone_is_passed_over() -> None:
    def twice(state: State) -> tuple[Candidate, ...]:
        return state.candidates[:1] * 2

    planner = Planner(twice, nothing)
    road(led_by(planner)).run()
    assert planner.told[-1][-1].verdict.remarks == ("", GONE)


def test_what_is_measured_to_lose_is_passed_over() -> None:
    names = [rule.name for rule in selected_rules(Options())]
    losing = {name: Entry(1, loop_depth=99, gains={"": ((0.0, 0.5),)}) for name in names}
    planner = Planner(everything)
    ours = road(led_by(planner, losing))
    before = emit(ours.module)
    ours.run()
    assert emit(ours.module) == before
    planner = Planner(everything, nothing)
    road(led_by(planner, losing)).run()
    assert set(planner.told[-1][-1].verdict.remarks) == {LOSES}


def test_plans_stay_in_the_budgets() -> None:
    two = b"def least(a, b, c):\n    return min(a, b) + min(b, c)\n"
    planner = Planner(only("expand_min_max"), nothing)
    ours = road(led_by(planner), two, Options(max_rewrites=1))
    assert sum(len(record.kept) for record in ours.run().records) == 1
    assert NOT_REACHED in planner.told[-1][-1].verdict.remarks
    planner = Planner(everything, nothing)
    road(led_by(planner), two, Options(max_size=1.0)).run()
    assert TOO_LARGE in planner.told[-1][-1].verdict.remarks


def test_rules_it_does_not_know_are_left_to_classic() -> None:
    planner = Planner(only("test_membership_in_set"), knows=lambda rule: rule.name != "expand_min_max")
    classic = ClassicChooser({"expand_min_max": Entry(1)})
    ours = road(with_fallback(lambda: planner, classic))
    record = next(record for record in ours.run().records if record.qualname == "longest")
    rules = {change.rule for change in record.kept}
    assert "expand_min_max" in rules


# faults


def raising(problem: Exception) -> Plan:
    def plan(state: State) -> tuple[Candidate, ...]:
        raise problem

    return plan


def forged(state: State) -> tuple[Candidate, ...]:
    known = state.candidates[0]
    return (Candidate(known.rule, known.function, known.op, known.proof),)


def slow(state: State) -> tuple[Candidate, ...]:
    time.sleep(0.02)
    return ()


@pytest.mark.parametrize(
    ("plan", "confidence", "reason"),
    [
        (raising(ValueError("a score is not finite")), 0.0, "a score is not finite"),
        (raising(ZeroDivisionError()), 0.0, "ZeroDivisionError"),
        (raising(ChooserUnavailable("of another version")), 0.0, "of another version"),
        (forged, 0.0, "planner chose what is not on the list"),
        (everything, 1.5, "planner gave a confidence of 1.5"),
        (everything, float("nan"), "planner gave a confidence of nan"),
        (slow, 0.0, "planner ran out of time: more than 0.01 s for one plan"),
    ],
)
def test_the_first_fault_hands_over_for_good(plan: Plan, confidence: float, reason: str) -> None:
    planner = Planner(plan, confidence=confidence)
    chooser = FallbackChooser(lambda: planner, ClassicChooser(), 0.01 if plan is slow else 60.0)
    ours = road(chooser)
    done = ours.run()
    assert emit(ours.module) == classic_text(SOURCE)
    assert (done.chooser, done.fallback_reason) == ("classic", reason)
    assert {record.chooser for record in done.records} == {"classic"}
    assert {record.fallback_reason for record in done.records} == {reason}
    assert len(planner.told) == 1


def test_a_function_it_cannot_serve_is_no_fault() -> None:
    planner = Planner(raising(Unsuited("more than 512 ops")))
    ours = road(led_by(planner))
    done = ours.run()
    assert (done.chooser, done.fallback_reason) == ("planner", "")
    assert {record.fallback_reason for record in done.records} == {"more than 512 ops"}
    assert len(planner.told) == 2


def test_a_function_that_a_plan_makes_unsuited_keeps_the_plan() -> None:
    class Grown(Planner):
        def propose(self, state: State, tried: Sequence[Tried[Answer]]) -> Proposal | None:
            if not tried:
                raise Unsuited("more than 512 ops")
            return super().propose(state, tried)

    ours = road(led_by(Grown(only("expand_min_max"))))
    done = ours.run()
    assert (done.chooser, done.fallback_reason) == ("planner", "")
    assert {change.rule for record in done.records for change in record.kept} == {"expand_min_max"}


def test_a_fault_while_a_plan_is_followed_gives_the_first_answer() -> None:
    class Tiring(Planner):
        def propose(self, state: State, tried: Sequence[Tried[Answer]]) -> Proposal | None:
            if not tried:
                raise ValueError("tired")
            return super().propose(state, tried)

    ours = road(with_fallback(lambda: Tiring(everything), ClassicChooser()))
    done = ours.run()
    assert emit(ours.module) == classic_text(SOURCE)
    assert done.fallback_reason == "tired"


def test_classic_serves_where_a_judge_sends_the_plan_back(monkeypatch: pytest.MonkeyPatch) -> None:
    make = pipeline.make_chooser
    planner = Planner(only("expand_min_max"))
    monkeypatch.setattr(
        pipeline, "make_chooser",
        lambda name, **more: led_by(planner) if name == "trm" else make(name),
    )
    judge = pipeline._judge

    def strict(parsed: ParsedModule, optimized: bytes, records: list[Record], options: Options) -> Judgement:
        if options.chooser == "trm":
            return Judgement("passed", "failed", "it prints something else")
        return judge(parsed, optimized, records, options)

    monkeypatch.setattr(pipeline, "_judge", strict)
    result = pipeline.optimize(SOURCE)
    assert {each.fallback_reason for each in result.receipt.functions} == {"it prints something else"}
    assert result.optimized == pipeline.optimize(SOURCE, options=Options(chooser="classic")).optimized != SOURCE


# the verdict


@pytest.mark.parametrize(
    ("own", "sign"),
    [
        (Estimate(100.0, 0.0), 0), (Estimate(50.0, 0.0), 1), (Estimate(100.0, 0.2), 1), (Estimate(50.0, 0.2), 1),
        (Estimate(200.0, 0.0), -1), (Estimate(50.0, -0.1), -1), (Estimate(101.0, 9.0), -1),
    ],
)  # fmt: skip
def test_better_by_one_estimate_and_worse_by_none(own: Estimate, sign: int) -> None:
    score = verdict_against(Estimate(100.0, 0.0), own).score
    assert (score > 0) - (score < 0) == sign


def test_the_same_by_both_estimates_stands_where_rewrites_are_scarce() -> None:
    first = Estimate(100.0, 0.1)
    assert verdict_against(first, Estimate(100.0, 0.1), scarce=True).score > 0
    assert verdict_against(first, Estimate(100.0, 0.0), scarce=True).score < 0
    assert verdict_against(first, Estimate(101.0, 0.1), scarce=True).score < 0


def test_to_inline_a_function_does_not_make_it_dearer() -> None:
    source = b"""
def square(x):
    return x * x + 2 * x + 1


def f(n):
    total = 0
    for i in range(n):
        total += square(i)
    return total
"""
    inlined = pipeline.optimize(source, options=Options(chooser="classic", select=("inline_function",)))
    assert b"square is _square" in inlined.optimized
    before, after = (
        Function(facts, facts.module.functions[-1])
        for facts in (ModuleFacts(translate(parse_module(text))) for text in (source, inlined.optimized))
    )
    assert cost_of(after) > cost_of(before)
    assert whole_cost_of(after) < whole_cost_of(before)
    assert whole_cost_of(before) > cost_of(before)


def test_the_whole_cost_goes_through_all_that_is_called() -> None:
    """Each calls the one before six times: what a function costs is found out once, not at each of its calls."""
    text = "def f0(x):\n    return x + 1\n"
    for number in range(1, 13):
        text += f"def f{number}(x):\n" + f"    x = f{number - 1}(x)\n" * 6 + "    return x\n"
    module = translate(parse_module(text.encode()))
    facts = ModuleFacts(module)
    costs = [whole_cost_of(Function(facts, op)) for op in module.functions]
    for before, after in pairwise(costs):
        assert after > 6 * before


def test_an_estimate_counts_a_step_for_its_share() -> None:
    captured: list[State] = []

    def look(state: State) -> tuple[Candidate, ...]:
        captured.append(state)
        return ()

    road(led_by(Planner(look))).run()
    table = {"expand_min_max": Entry(1, gains={"": ((0.0, 2.0),)})}
    state = captured[-1]
    estimate = Estimate(state.cost)
    for candidate in state.candidates:
        estimate.expect(table, candidate)
    assert 0.0 < estimate.gained < 0.7, "less than log 2: the function is more than that"


def test_a_plan_of_a_later_pass_names_who_made_it() -> None:
    first = Record("f", 1, chooser="classic", fallback_reason="nothing better to propose")
    later = Record("f", 1, chooser="planner", planned=True, model="5f" * 32)
    (known,) = _merge_records([first], [later])
    assert (known.chooser, known.fallback_reason, known.model, known.planned) == ("planner", "", "5f" * 32, True)
    again = Record("f", 1, chooser="classic", fallback_reason="nothing better to propose")
    (known,) = _merge_records([known], [again])
    assert (known.chooser, known.fallback_reason, known.model, known.planned) == ("planner", "", "5f" * 32, True)
