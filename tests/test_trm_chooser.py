"""The chooser that is led by a model: what it plans, what it tells the model, and that no fault changes the output."""

from __future__ import annotations

import builtins
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from noodlecore_trm import pipeline
from noodlecore_trm.choosers import (
    Answer,
    Choice,
    ChooserUnavailable,
    ClassicChooser,
    FallbackChooser,
    Proposal,
    State,
    TRMChooser,
)
from noodlecore_trm.choosers.plans import GONE, REMARKS
from noodlecore_trm.choosers.table import Table
from noodlecore_trm.choosers.trm import OUTCOMES, Feedback, Scores, feedback, outlook
from noodlecore_trm.encoding import Sample, Vocabulary, current_vocabulary
from noodlecore_trm.pipeline import Options, Result
from noodlecore_trm.refine import Tried, Verdict
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import growth
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
PROGRAMS = [SOURCE, *(path.read_bytes() for path in sorted(FOLDER.glob("*.py"))[:2])]
RULES = tuple(load())

Said = Callable[[Sample, Feedback], Scores]


class Model:
    """A scorer that says what it is told to, and takes note of what it is asked."""

    def __init__(self, said: Said, rules: tuple[str, ...] = RULES) -> None:
        self.vocabulary: Vocabulary = current_vocabulary(rules)
        self.said = said
        self.asked: list[tuple[Sample, Feedback]] = []

    def score(self, sample: Sample, feedback: Feedback) -> Scores:
        self.asked.append((sample, feedback))
        return self.said(sample, feedback)


def none_is_worth_it(sample: Sample, feedback: Feedback) -> Scores:
    return Scores(np.zeros(len(sample.actions), np.float32), 1.0, 0.0)


def all_are_worth_it(sample: Sample, feedback: Feedback) -> Scores:
    return Scores(np.ones(len(sample.actions), np.float32), 0.0, 0.0)


def the_worst_first(sample: Sample, feedback: Feedback) -> Scores:
    """Everything, and what the table thinks least of before all."""
    return Scores(-sample.outlook[:, 0] - sample.outlook[:, 2], -1e9, -1e9)


def the_worst_only(sample: Sample, feedback: Feedback) -> Scores:
    scores = the_worst_first(sample, feedback).actions
    return Scores(scores, float(np.sort(scores)[-2:][0]), 0.0)


def only(*rules: str) -> Said:
    wanted = [RULES.index(rule) for rule in rules]

    def say(sample: Sample, feedback: Feedback) -> Scores:
        return Scores(np.isin(sample.actions[:, 1], wanted).astype(np.float32), 0.5, 0.0)

    return say


def led_by(
    monkeypatch: pytest.MonkeyPatch, model: Model, *, patience: float = 60.0, table: Table | None = None
) -> Callable[..., Result]:
    """`optimize`, with the chooser `trm` led by a model, and a table for the classic one."""
    def chooser(name: str) -> FallbackChooser:
        classic = ClassicChooser(table)
        if name == "classic":
            return FallbackChooser(lambda: classic, classic)
        return FallbackChooser(lambda: TRMChooser("model", lambda path: model), classic, patience)

    monkeypatch.setattr(pipeline, "make_chooser", chooser)
    monkeypatch.setattr(pipeline, "_judge", lambda *_: Judgement("skipped", "skipped"))
    return pipeline.optimize


def reasons(result: Result) -> set[str]:
    return {function.fallback_reason for function in result.receipt.functions if function.found}


CLASSIC = Options(chooser="classic")


# plans


def first_steps(result: Result, qualname: str) -> list[str]:
    """What was proposed for a function, in the first pass over the file."""
    (reasoning,) = (each for each in result.reasoning if each.qualname == qualname)
    until = next((place for place, line in enumerate(reasoning.steps) if line.startswith("then, ")), None)
    return [line.partition(": ")[2] for line in reasoning.steps[:until] if "improving: " in line]


def test_a_plan_of_the_model_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rewrite is allowed, and the classic chooser of this test wants none."""
    options = Options(max_rewrites=1)
    result = led_by(monkeypatch, Model(none_is_worth_it), table={})(SOURCE, options=options)
    assert result.optimized == SOURCE
    result = led_by(monkeypatch, Model(only("expand_min_max")), table={})(SOURCE, options=options)
    assert result.optimized.count(b"min(") + result.optimized.count(b"max(") == 1
    (function,) = (each for each in result.receipt.functions if each.kept)
    assert [change.rule for change in function.kept] == ["expand_min_max"]
    assert (function.chooser, function.fallback_reason) == ("trm", "")


def test_what_takes_away_what_another_needs_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def say(*rules: str) -> str:
        return first_steps(led_by(monkeypatch, Model(only(*rules)))(SOURCE), "table")[0]

    assert say("collect_in_comprehension", "expand_min_max") == "collect_in_comprehension (line 5), confidence 0.50"
    assert "expand_min_max (line 7)" in say("hoist_range", "expand_min_max"), "it only moves the loop"
    assert "hoist_range (line 4)" in say("hoist_range", "expand_min_max")


def test_budgets_limit_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    source = b"def f(a, b, c):\n    return min(a, b) + min(b, c) + min(a, c)\n"
    shapes = []

    def say(sample: Sample, feedback: Feedback) -> Scores:
        applied = OUTCOMES.index("applied")
        shapes.append([int((row == applied).sum()) for row in feedback.outcomes])
        return Scores(np.arange(len(sample.actions), dtype=np.float32) + len(feedback.outcomes), -1.0, 0.0)

    led_by(monkeypatch, Model(say))(source, options=Options(max_rewrites=2))
    assert max(count for shape in shapes for count in shape) == 2
    shapes.clear()
    led_by(monkeypatch, Model(say))(source, options=Options(max_size=1.0))
    assert max(count for shape in shapes for count in shape) == 0


def test_rules_it_was_not_trained_with_are_left_to_classic(monkeypatch: pytest.MonkeyPatch) -> None:
    known = tuple(rule for rule in RULES if rule != "expand_min_max")
    model = Model(all_are_worth_it, known)
    result = led_by(monkeypatch, model)(SOURCE)
    assert {int(number) for sample, _ in model.asked for number in sample.actions[:, 1]} <= set(range(len(known)))
    (table,) = (each for each in result.receipt.functions if each.qualname == "table")
    assert "expand_min_max" in {change.rule for change in table.kept}
    nothing = led_by(monkeypatch, Model(all_are_worth_it, ()))(SOURCE)
    assert nothing.optimized == pipeline.optimize(SOURCE, options=CLASSIC).optimized


def test_the_model_is_told_what_became_of_its_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model(lambda sample, feedback: the_worst_first(sample, feedback))
    led_by(monkeypatch, model)(SOURCE)
    steps = [feedback for sample, feedback in model.asked if len(feedback.answers) > 1]
    assert steps
    for told in steps:
        assert told.answers[0].tolist() == [0.0, 0.0], "the first answer is what the others are measured by"
        assert told.outcomes[1].any()
        assert set(np.unique(told.outcomes)) <= set(range(len(OUTCOMES)))


def test_outcomes_by_action() -> None:
    answer: Answer = (Choice("a", 1, 4), Choice("b", 2, 0), Choice("c", 3, None), Choice("d", 4, 9))
    tried: list[Tried[Answer]] = [
        Tried(0, answer[:2], 0.0, Verdict(True, 0.0)),
        Tried(1, answer, 0.75, Verdict(True, -0.5, "", ("", GONE, "", ""))),
        Tried(2, (), 0.5, Verdict(False, math.nan)),
    ]
    told = feedback(tried, [0, 2, 4])
    applied, gone = OUTCOMES.index("applied"), OUTCOMES.index(GONE)
    assert told.outcomes.tolist() == [[applied, 0, applied], [gone, 0, applied], [0, 0, 0]]
    assert told.answers.tolist() == [[0.0, 0.0], [-0.5, 0.75], [-1.0, 0.5]]
    assert set(REMARKS) < set(OUTCOMES)
    assert feedback([], [0, 2]).outcomes.shape == (0, 2)


def test_the_outlook_of_a_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    class Looking(TRMChooser):
        def propose(self, state: State, tried: Sequence[Tried[Answer]]) -> Proposal | None:
            for each in state.candidates:
                seen.append((each.rule.name, growth(each), outlook(each, ClassicChooser().table, state.cost)))
            return None

    monkeypatch.setattr(
        pipeline, "make_chooser",
        lambda name: FallbackChooser(lambda: Looking("m", lambda path: Model(none_is_worth_it)), ClassicChooser()),
    )
    pipeline.optimize(SOURCE)
    assert all(grown == action.growth for _, grown, action in seen)
    by_rule = {rule: action for rule, _, action in seen}
    assert by_rule["expand_min_max"].gain > 0.05
    assert 0.0 < by_rule["expand_min_max"].saving < 1.0
    assert by_rule["specialize_loop"].saving < 0.0, "a check that is all there is to it at first"


# faults: each time the output is classic's, and the receipt names the reason


def raising(problem: Exception) -> Said:
    def say(sample: Sample, feedback: Feedback) -> Scores:
        raise problem

    return say


def scores_of(change: Callable[[Scores], Scores]) -> Said:
    return lambda sample, feedback: change(all_are_worth_it(sample, feedback))


def slow(sample: Sample, feedback: Feedback) -> Scores:
    time.sleep(0.02)
    return all_are_worth_it(sample, feedback)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (raising(ValueError("matrices do not fit")), "matrices do not fit"),
        (raising(ZeroDivisionError()), "ZeroDivisionError"),
        (raising(MemoryError()), "MemoryError"),
        (scores_of(lambda scores: replace(scores, actions=scores.actions * np.nan)), "a score that is not finite"),
        (scores_of(lambda scores: replace(scores, actions=scores.actions * np.inf)), "a score that is not finite"),
        (scores_of(lambda scores: replace(scores, stop=math.nan)), "a score that is not finite"),
        (scores_of(lambda scores: replace(scores, halt=math.inf)), "a score that is not finite"),
        (scores_of(lambda scores: replace(scores, actions=scores.actions[:-1])), "the model gave scores of shape"),
        (scores_of(lambda scores: replace(scores, actions=scores.actions[:, None])), "the model gave scores of shape"),
        (scores_of(lambda scores: replace(scores, actions=(scores.actions > 0).astype(object))), "scores that are"),
        (slow, "trm ran out of time: more than 0.01 s for one plan"),
    ],
)
def test_a_model_that_fails(monkeypatch: pytest.MonkeyPatch, said: Said, reason: str) -> None:
    model = Model(said)
    result = led_by(monkeypatch, model, patience=0.01 if said is slow else 60.0)(SOURCE)
    assert result.optimized == pipeline.optimize(SOURCE, options=CLASSIC).optimized != SOURCE
    assert all(reason in each for each in reasons(result)), reasons(result)
    assert {each.chooser for each in result.receipt.functions} == {"classic"}
    assert len(model.asked) == 1, "a model that has failed is not asked again"


@pytest.mark.parametrize("said", [the_worst_first, the_worst_only])
@pytest.mark.parametrize(("source", "most"), [(PROGRAMS[0], 2), *((source, None) for source in PROGRAMS)])
def test_a_model_that_always_picks_the_worst(
    monkeypatch: pytest.MonkeyPatch, said: Said, source: bytes, most: int | None
) -> None:
    expected = pipeline.optimize(source, options=replace(CLASSIC, max_rewrites=most))
    model = Model(said)
    result = led_by(monkeypatch, model)(source, options=Options(max_rewrites=most))
    assert model.asked
    if not any(reasoning.planned for reasoning in result.reasoning):
        assert result.optimized == expected.optimized
    assert pipeline._whole_cost(result.optimized) <= pipeline._whole_cost(expected.optimized)
    for function in result.receipt.functions:
        assert function.chooser == "trm" or function.fallback_reason or not function.found


def test_the_reason_of_one_whose_plans_are_never_better(monkeypatch: pytest.MonkeyPatch) -> None:
    result = led_by(monkeypatch, Model(the_worst_only))(SOURCE)
    assert result.optimized == pipeline.optimize(SOURCE, options=CLASSIC).optimized
    assert all(each.startswith("converged: ") for each in reasons(result)), reasons(result)


def test_a_function_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    large = b"def f(a, b):\n" + b"    a = min(a, b)\n" * 200 + b"    return a\n"
    model = Model(all_are_worth_it)
    optimize = led_by(monkeypatch, model)
    result = optimize(large + SOURCE)
    found = {each.qualname: each.fallback_reason for each in result.receipt.functions}
    assert found["f"] == "a function of more than 512 ops"
    assert model.asked, "the others are served"


@pytest.mark.parametrize(
    ("path", "reason"),
    [("", "no model installed"), ("nowhere.model", "no model at nowhere.model"), (__file__, "is not a model")],
)
def test_no_model(monkeypatch: pytest.MonkeyPatch, path: str, reason: str) -> None:
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", path)
    result = pipeline.optimize(SOURCE, options=Options(chooser="trm"))
    assert result.optimized == pipeline.optimize(SOURCE, options=CLASSIC).optimized
    assert all(reason in each for each in reasons(result))
    with pytest.raises(ChooserUnavailable, match=reason):
        TRMChooser()


def test_without_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    load_module = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "numpy":
            raise ModuleNotFoundError("No module named 'numpy'")
        return load_module(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    result = pipeline.optimize(SOURCE, options=Options(chooser="classic"))
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", __file__)
    with pytest.raises(ChooserUnavailable, match=r"a model needs a package that is not installed: .*numpy"):
        TRMChooser()
    assert pipeline.optimize(SOURCE, options=Options(chooser="trm")).optimized == result.optimized
