"""The chooser that is led by a model: what it plans, what it tells the model, and that no fault changes the output."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import asdict, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import labelled
import numpy as np
import pytest
from numpy.typing import NDArray

from noodlecore_trm import TRMAgent, TRMAgentConfig, pipeline
from noodlecore_trm.choosers import (
    Answer,
    Choice,
    ChooserUnavailable,
    ClassicChooser,
    FallbackChooser,
    Proposal,
    State,
    TRMChooser,
    trm,
)
from noodlecore_trm.choosers.chooser import Preview
from noodlecore_trm.choosers.plans import GONE, REMARKS
from noodlecore_trm.choosers.table import Table
from noodlecore_trm.choosers.trm import APPLIED, OUTCOMES, UNFIT, Trials, best_places, looked_ahead, outlook, rung_path
from noodlecore_trm.encoding import Action, Sample, Verdicts, Vocabulary, current_vocabulary
from noodlecore_trm.encoding.vocabulary import CONTEXT, VERDICT
from noodlecore_trm.options import Options
from noodlecore_trm.parse import parse_module
from noodlecore_trm.pipeline import Result
from noodlecore_trm.refine import Tried, Verdict
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import Candidate, growth
from noodlecore_trm.serving import LADDER, Rung, Scores, read_model, write_model
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

Asked = tuple[Sample, "NDArray[np.uint8]", "NDArray[np.float32]"]
Said = Callable[[Sample, "NDArray[np.uint8]", "NDArray[np.float32]"], Scores]


class Model:
    """A scorer that says what it is told to, and takes note of what it is asked."""

    steps = 3

    def __init__(self, said: Said, rules: tuple[str, ...] = RULES) -> None:
        self.vocabulary: Vocabulary = current_vocabulary(rules)
        self.said = said
        self.asked: list[list[Asked]] = []

    def begin(self, sample: Sample) -> Thinking:
        self.asked.append([])
        return Thinking(self, sample)


class Thinking:
    def __init__(self, model: Model, sample: Sample) -> None:
        self.model = model
        self.sample = sample

    def step(self, verdicts: Verdicts) -> Scores:
        self.model.asked[-1].append((self.sample, deepcopy(verdicts)))
        return self.model.said(self.sample, verdicts)


def saying(actions: NDArray[np.floating[Any]]) -> Scores:
    return Scores(actions.astype(np.float32), 0.0, 0.0)


def none_is_worth_it(sample: Sample, *told: object) -> Scores:
    return saying(np.full(len(sample.actions), -1.0))


def all_are_worth_it(sample: Sample, *told: object) -> Scores:
    return saying(np.ones(len(sample.actions)))


def the_worst_first(sample: Sample, *told: object) -> Scores:
    """Everything, and what the table thinks least of before all."""
    return saying(100.0 - sample.outlook[:, 0] - sample.outlook[:, 2])


def the_worst_only(sample: Sample, *told: object) -> Scores:
    scores = the_worst_first(sample).actions
    return saying(scores - np.sort(scores)[-2:][0])


def only(*rules: str) -> Said:
    wanted = [RULES.index(rule) for rule in rules]
    return lambda sample, *told: saying(np.isin(sample.actions[:, 1], wanted) - 0.5)


def led_by(
    monkeypatch: pytest.MonkeyPatch, model: Model, *, patience: float = 60.0, table: Table | None = None
) -> Callable[..., Result]:
    """`optimize`, with the chooser `trm` led by a model, and a table for it and the classic one."""
    def chooser(name: str, **more: object) -> FallbackChooser:
        classic = ClassicChooser(table)
        if name == "classic":
            return FallbackChooser(lambda: classic, classic)
        return FallbackChooser(lambda: TRMChooser("model", lambda path: model, table), classic, patience)

    monkeypatch.setattr(pipeline, "make_chooser", chooser)
    return pipeline.optimize


def reasons(result: Result) -> set[str]:
    return {function.fallback_reason for function in result.receipt.functions if function.found}


CLASSIC = Options(chooser="classic")


@pytest.fixture(autouse=True)
def no_judges(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is chosen is looked at here, not whether it is right."""
    monkeypatch.setattr(pipeline, "_judge", lambda *_: Judgement("skipped", "skipped"))


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
        return first_steps(led_by(monkeypatch, Model(only(*rules)), table={})(SOURCE), "table")[0]

    assert say("collect_in_comprehension", "expand_min_max") == "collect_in_comprehension (line 5), confidence 0.50"
    assert "expand_min_max (line 7)" in say("hoist_range", "expand_min_max"), "it only moves the loop"
    assert "hoist_range (line 4)" in say("hoist_range", "expand_min_max")


def test_what_is_measured_to_lose_is_not_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the shipped table `collect_in_comprehension` does not pay for three items."""
    model = Model(only("collect_in_comprehension", "expand_min_max"))
    steps = first_steps(led_by(monkeypatch, model)(SOURCE), "table")
    assert "expand_min_max (line 7)" in steps[0]
    assert not any("collect_in_comprehension" in each for each in steps)


def test_budgets_limit_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    source = b"def f(a, b, c):\n    return min(a, b) + min(b, c) + min(a, c)\n"

    def rules(most: int | None = None, size: float | None = None) -> list[int]:
        model = Model(only("expand_min_max"))
        options = Options(max_rewrites=most, max_size=size, select=("expand_min_max",))
        result = led_by(monkeypatch, model, table={})(source, options=options)
        proposed = first_steps(result, "f")[:1]
        return [str(proposed).count("expand_min_max"), sum(len(each.kept) for each in result.receipt.functions)]

    assert rules() == [3, 3]
    assert rules(most=12) == [3, 3]
    assert rules(most=2) == [1, 2], "one by one where few are left"
    assert rules(size=1.0) == [0, 0]


def test_rules_it_was_not_trained_with_are_left_to_classic(monkeypatch: pytest.MonkeyPatch) -> None:
    known = tuple(rule for rule in RULES if rule != "expand_min_max")
    model = Model(all_are_worth_it, known)
    result = led_by(monkeypatch, model)(SOURCE)
    numbers = {int(number) for steps in model.asked for sample, *_ in steps for number in sample.actions[:, 1]}
    assert numbers <= set(range(len(known)))
    (table,) = (each for each in result.receipt.functions if each.qualname == "table")
    assert "expand_min_max" in {change.rule for change in table.kept}
    nothing = led_by(monkeypatch, Model(all_are_worth_it, ()))(SOURCE)
    assert nothing.optimized == pipeline.optimize(SOURCE, options=CLASSIC).optimized


def test_it_looks_beyond_its_favourites(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in reach after an action counts, where another one may follow it."""
    source = b"def f(a, b):\n    c = 0\n    for i in a:\n        c += min(i, b)\n    return max(c, b)\n"

    def the_last_one(sample: Sample, *told: object) -> Scores:
        return saying(0.1 + 0.01 * np.arange(len(sample.actions)))

    model = Model(the_last_one)
    led_by(monkeypatch, model, table={})(source, options=Options(select=("expand_min_max",), max_rewrites=2))
    whole, *beyond, alone = model.asked[:4]
    left = CONTEXT.index("remaining")
    assert [len(steps) for steps in model.asked[:4]] == [1] * 4
    assert len(whole[0][0].actions) == len(alone[0][0].actions) == 2
    assert [len(steps[0][0].actions) for steps in beyond] == [1, 1]
    assert len({steps[0][0].context[left] for steps in (alone, *beyond)}) == 1 != whole[0][0].context[left]


def test_what_is_beyond_counts_as_much_as_what_is_here() -> None:
    scores, alone = np.array([0.5, 0.3, 0.1], np.float32), np.array([0.3, 0.2, 0.0], np.float32)
    assert looked_ahead(scores, alone, {}).tolist() == scores.tolist()
    both = looked_ahead(scores, alone, {1: 1.0, 0: 0.0})
    assert both.tolist() == pytest.approx([0.4, 0.75, 0.1])
    assert scores.tolist() == pytest.approx([0.5, 0.3, 0.1]), "the scores themselves stay"
    assert best_places(np.array([0.0, 2.0, -1.0, 2.0, 1.0])) == [1, 3, 4]


@pytest.mark.parametrize("most", [None, 1, 50])
def test_nothing_is_tried_ahead_where_nothing_hangs_on_it(monkeypatch: pytest.MonkeyPatch, most: int | None) -> None:
    """The last rewrite makes room for nothing, and without a tight limit all that is worth it is made."""
    model = Model(all_are_worth_it)
    monkeypatch.setattr(TRMChooser, "_beyond", None)
    led_by(monkeypatch, model)(SOURCE, options=Options(max_rewrites=most))
    assert model.asked
    assert all(len(steps) == 1 for steps in model.asked)


def tried_once(*remarks: str) -> list[Tried[Answer]]:
    answer: Answer = (Choice("a", 1, 4), Choice("b", 2, 0), Choice("c", 3, None), Choice("d", 4, 9))
    first: Tried[Answer] = Tried(0, answer[:2], 0.0, Verdict(True, 0.0))
    return [first, Tried(1, answer, 0.75, Verdict(True, -0.5, "", remarks))]


def test_remarks_on_a_plan_are_passed_on() -> None:
    candidates = [candidate_of(name) for name in "xyz"]
    costs = dict(zip(map(id, candidates), (4.0, None, 16.0), strict=True))

    @contextmanager
    def preview(sequence: tuple[Candidate, ...]) -> Iterator[Preview | None]:
        after = costs[id(sequence[0])]
        yield None if after is None else cast(Preview, SimpleNamespace(cost=after, candidates=candidates))

    state = cast(State, SimpleNamespace(cost=8.0, candidates=candidates, preview=preview))
    trials = Trials(state, candidates, current_vocabulary(RULES), {})
    trials.report(tried_once("", GONE, "", "")[1:], [0, 2, 4])
    told = trials.verdicts
    assert told.outcomes.tolist() == [OUTCOMES.index(GONE), 0, APPLIED]
    assert told.numbers[:, VERDICT.index("change")].tolist() == pytest.approx([math.log(2.0), 0.0, -math.log(2.0)])
    assert told.opens.tolist() == [0, 0, 0], "what was there before is not opened"
    trials.report(tried_once("", "", "", "")[1:], [0, 4, 2])
    assert told.outcomes[1] == UNFIT, "it does not fit"
    assert set(REMARKS) < set(OUTCOMES)


def candidate_of(name: str) -> Candidate:
    op = SimpleNamespace(origin=name)
    return cast(Candidate, SimpleNamespace(op=op, rule=SimpleNamespace(name=name), proof=None))


def test_the_best_of_what_an_action_opens_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    outlooks = {"hoist_range": (0.1, 3, 0.0, 0.25), "sum_loop": (0.7, 9, 0.125, 0.5), "unknown": (9.0, 9, 9.0, 9.0)}
    monkeypatch.setattr(trm, "outlook", lambda each, table, whole: Action(each, *outlooks[each.rule.name]))
    opened = [candidate_of(name) for name in outlooks]
    numbers = {"hoist_range": 4, "sum_loop": 6}
    number, told = trm.verdict(8.0, 4.0, opened, numbers, {})
    assert number == 7
    assert told == pytest.approx((math.log(2.0), 0.75, 0.7, 0.09, 0.125, 0.5))
    assert trm.verdict(4.0, 8.0, opened[2:], numbers, {}) == (0, (-math.log(2.0), *[0.0] * 5))


def test_there_is_nothing_more_to_say_once_all_went_as_planned() -> None:
    model = Model(all_are_worth_it)
    chooser = TRMChooser("model", lambda path: model, {})
    (rule, *_) = load().values()
    state = cast(State, SimpleNamespace(candidates=[SimpleNamespace(rule=rule)]))
    assert chooser.propose(state, tried_once("", "", "", "")) is None
    assert model.asked == []
    with pytest.raises(AttributeError):
        chooser.propose(state, tried_once("", "", GONE, ""))  # that is worth a thought


def test_the_outlook_of_a_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    class Looking(TRMChooser):
        def propose(self, state: State, tried: Sequence[Tried[Answer]]) -> Proposal | None:
            for each in state.candidates:
                seen.append((each.rule.name, growth(each), outlook(each, ClassicChooser().table, state.cost)))
            return None

    monkeypatch.setattr(
        pipeline, "make_chooser",
        lambda *named, **more: FallbackChooser(
            lambda: Looking("m", lambda path: Model(none_is_worth_it)), ClassicChooser()
        ),
    )
    pipeline.optimize(SOURCE)
    assert all(grown == action.growth for _, grown, action in seen)
    by_rule = {rule: action for rule, _, action in seen}
    assert by_rule["expand_min_max"].gain > 0.05
    assert 0.0 < by_rule["expand_min_max"].saving < 1.0
    assert by_rule["specialize_loop"].saving < 0.0, "a check that is all there is to it at first"


# faults: each time the output is classic's, and the receipt names the reason


def raising(problem: Exception) -> Said:
    def say(*asked: object) -> Scores:
        raise problem

    return say


def scores_of(change: Callable[[Scores], Scores]) -> Said:
    return lambda sample, *told: change(all_are_worth_it(sample))


def slow(sample: Sample, *told: object) -> Scores:
    time.sleep(0.02)
    return all_are_worth_it(sample)


def late(said: Said) -> Said:
    """What only goes wrong when it is asked again."""
    asked: list[Sample] = []

    def says(sample: Sample, *told: object) -> Scores:
        asked.append(sample)
        return (said if len(asked) > 1 else all_are_worth_it)(sample, *told)

    return says


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (raising(ValueError("matrices do not fit")), "matrices do not fit"),
        (raising(ZeroDivisionError()), "ZeroDivisionError"),
        (raising(MemoryError()), "MemoryError"),
        (scores_of(lambda scores: replace(scores, actions=scores.actions * np.nan)), "a score that is not finite"),
        (scores_of(lambda scores: replace(scores, actions=scores.actions * np.inf)), "a score that is not finite"),
        (scores_of(lambda scores: replace(scores, value=math.nan)), "a score that is not finite"),
        (scores_of(lambda scores: replace(scores, halt=math.inf)), "a score that is not finite"),
        (scores_of(lambda scores: replace(scores, actions=scores.actions[:-1])), "the model gave scores of shape"),
        (scores_of(lambda scores: replace(scores, actions=scores.actions[:, None])), "the model gave scores of shape"),
        (scores_of(lambda scores: replace(scores, actions=(scores.actions > 0).astype(object))), "scores that are"),
        (late(raising(ValueError("tired"))), "tired"),
        (slow, "trm ran out of time: more than 0.01 s for one plan"),
    ],
)
def test_a_model_that_fails(monkeypatch: pytest.MonkeyPatch, said: Said, reason: str) -> None:
    model = Model(said)
    options = Options(max_rewrites=50)
    result = led_by(monkeypatch, model, patience=0.01 if said is slow else 60.0)(SOURCE, options=options)
    assert result.optimized == pipeline.optimize(SOURCE, options=CLASSIC).optimized != SOURCE
    assert all(reason in each for each in reasons(result)), reasons(result)
    assert {each.chooser for each in result.receipt.functions} == {"classic"}
    assert len(model.asked) == 1 + (reason == "tired"), "a model that has failed is not asked again"


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
    costs = pipeline._whole_costs(parse_module(source))
    assert pipeline._cost_after(costs, result) <= pipeline._cost_after(costs, expected) * 1.0001
    for function in result.receipt.functions:
        assert function.chooser == "trm" or function.fallback_reason or not function.found


def test_the_reason_of_one_whose_plans_are_never_better(monkeypatch: pytest.MonkeyPatch) -> None:
    result = led_by(monkeypatch, Model(the_worst_only))(SOURCE)
    assert result.optimized == pipeline.optimize(SOURCE, options=CLASSIC).optimized
    assert reasons(result) <= {"converged: an answer that was given before", "nothing better to propose"}


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
    [("", "no model installed"), ("nowhere.model", "no model at nowhere.model"), (__file__, f"{__file__}: no model")],
)
def test_no_model(monkeypatch: pytest.MonkeyPatch, path: str, reason: str) -> None:
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", path)
    monkeypatch.setattr(trm, "_SHIPPED", Path("nothing is shipped"))
    result = pipeline.optimize(SOURCE, options=Options(chooser="trm"))
    assert result.optimized == pipeline.optimize(SOURCE, options=CLASSIC).optimized
    assert all(reason in each for each in reasons(result))
    with pytest.raises(ChooserUnavailable, match=re.escape(reason)):
        TRMChooser()


def a_model(path: Path, **changes: Any) -> Path:
    return labelled.a_model(path, rules=RULES, steps=3, **changes)


def test_a_model_from_a_file_is_served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", str(a_model(tmp_path / "m.safetensors")))
    result, again = (pipeline.optimize(SOURCE, options=Options(max_rewrites=2)) for _ in range(2))
    assert result.optimized == again.optimized
    assert result.reasoning == again.reasoning
    assert "no model installed" not in reasons(result)
    lines = [line for each in result.reasoning for line in each.steps]
    assert any("step 1, improving" in line or "is confirmed" in line for line in lines)


def test_a_model_with_fewer_outcomes_is_of_another_version(tmp_path: Path) -> None:
    path = a_model(tmp_path / "m", outcomes=len(OUTCOMES) - 1)
    with pytest.raises(ChooserUnavailable, match="m: a model of 6 outcomes, not 7"):
        TRMChooser(str(path))


def test_a_model_in_another_precision(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = a_model(tmp_path / "m.safetensors")
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", str(path))
    model = read_model(path)
    for precision in LADDER:
        settings = asdict(model.architecture), model.vocabulary, model.weights, {}
        write_model(rung_path(path, precision), *settings, Rung(precision=precision))
        assert TRMChooser(precision=precision)._scorer.precision == precision
        result = pipeline.optimize(SOURCE, options=Options(precision=precision))
        assert any("step 1, improving" in line for each in result.reasoning for line in each.steps)
    assert TRMChooser()._scorer.precision == ""


def test_where_a_model_in_another_precision_is() -> None:
    path = Path("models", "m.safetensors")
    assert rung_path(path, "") == path
    assert rung_path(path, "int4") == path.with_name("m.int4.safetensors")
    assert rung_path(path.with_name("m.int4.safetensors"), "binary") == path.with_name("m.binary.safetensors")
    assert rung_path(path.with_name("m.v2.safetensors"), "int8") == path.with_name("m.v2.int8.safetensors")
    assert rung_path(path.with_name("int4.safetensors"), "int8") == path.with_name("int4.int8.safetensors")


def test_a_model_that_is_in_a_precision_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    whole = read_model(a_model(tmp_path / "whole.safetensors"))
    settings = asdict(whole.architecture), whole.vocabulary, whole.weights, {}
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", str(tmp_path / "m.safetensors"))
    write_model(tmp_path / "m.safetensors", *settings, Rung(precision="int4"))
    assert TRMChooser(precision="int4")._scorer.precision == "int4"
    with pytest.raises(ChooserUnavailable, match=r"no model at .*binary"):
        TRMChooser(precision="binary")


def test_a_precision_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = a_model(tmp_path / "m.safetensors")
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", str(path))
    result = pipeline.optimize(SOURCE, options=Options(precision="int4"))
    assert result.optimized == pipeline.optimize(SOURCE, options=CLASSIC).optimized
    assert reasons(result) == {f"no model at {tmp_path}/m.int4.safetensors"}
    agent = TRMAgent(TRMAgentConfig(options=Options(precision="int8")))
    assert agent.optimize_ir(agent.translate_ast(agent.parse_module(SOURCE))).fallback_reason == (
        f"no model at {tmp_path}/m.int8.safetensors"
    )
    rung_path(path, "int4").write_bytes(path.read_bytes())
    (reason,) = reasons(pipeline.optimize(SOURCE, options=Options(precision="int4")))
    assert reason == f"{tmp_path}/m.int4.safetensors: the model is in no precision, not int4"


def test_files_that_are_damaged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = a_model(tmp_path / "m")
    whole = path.read_bytes()
    expected = pipeline.optimize(SOURCE, options=CLASSIC).optimized
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", str(path))
    for damaged in (b"", whole[:100], whole[:-1], whole[:-9] + b"\0" * 9, whole.replace(b"model:1", b"model:2")):
        assert damaged != whole
        path.write_bytes(damaged)
        result = pipeline.optimize(SOURCE)
        assert result.optimized == expected
        (reason,) = reasons(result)
        assert reason.startswith(f"{path}: ")
        assert "model" in reason


@pytest.mark.parametrize("missing", ["numpy", "safetensors"])
def test_without_what_a_model_needs(tmp_path: Path, missing: str) -> None:
    program = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "from noodlecore_trm import optimize\n"
        "result = optimize(b'def f(a, b):\\n    for i in a:\\n        b = min(b, i)\\n    return b\\n')\n"
        "print(result.changed, {each.fallback_reason for each in result.receipt.functions})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=FOLDER.parent.parent,
        env={**os.environ, "NOODLE_TRM_MODEL_PATH": str(a_model(tmp_path / "m"))}, check=True,
    )  # fmt: skip
    assert done.stdout.startswith("True {")
    assert "a model needs a package that is not installed: import of " + missing in done.stdout


def test_other_programs_see_nothing_of_our_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MKL_NUM_THREADS", "3")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    before = dict(os.environ)
    with trm.single_threaded():
        assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
        assert os.environ["MKL_NUM_THREADS"] == "3", "what the user wants counts"
    assert dict(os.environ) == before
