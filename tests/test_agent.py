"""The agent's stages one by one, its feedback, and the optimizer as a pass of someone else's pipeline."""

from __future__ import annotations

import ast
import hashlib
import math
import sys
from pathlib import Path

import pytest
from test_plans import Planner, led_by, only

from noodlecore_trm import Options, PassManager, TRMAgent, TRMAgentConfig, TRMPass, optimize
from noodlecore_trm.agent import OptimizationResult, sample_of
from noodlecore_trm.encoding.taken import unpack_taken
from noodlecore_trm.errors import ConfigurationError, NoodleError, OptimizationError, ParsingError
from noodlecore_trm.feedback import ExecutionMetrics, FeedbackStore
from noodlecore_trm.ir.op import Module
from noodlecore_trm.ir.text import print_module
from noodlecore_trm.ir.verify import verify
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

SOURCE = b"""\
def clamp(value, low, high):
    return max(low, min(value, high))  # both ends
"""


@pytest.fixture
def agent(tmp_path: Path, no_model: None) -> TRMAgent:
    return TRMAgent(TRMAgentConfig(cache_dir=str(tmp_path)))


def through(agent: TRMAgent, source: bytes, budget: int | None = None) -> OptimizationResult:
    return agent.optimize_ir(agent.translate_ast(agent.parse_module(source, "clamp.py")), budget=budget)


def test_the_stages(agent: TRMAgent) -> None:
    parsed = agent.parse_module(SOURCE, "clamp.py")
    translated = agent.translate_ast(parsed)
    assert (translated.module_name, translated.success, translated.error_message) == ("clamp", True, "")
    assert translated.original_ast is parsed
    result = agent.optimize_ir(translated)
    assert result.success
    assert result.optimized_ir is translated.ir_module
    assert result.optimizations_applied == ("expand_min_max", "expand_min_max")
    assert (result.chooser, result.fallback_reason) == ("classic", "no model installed")
    verify(result.optimized_ir)
    faster = agent.emit(result)
    assert b"# both ends" in faster
    assert b"min(" not in faster
    assert faster == optimize(SOURCE, filename="clamp.py").optimized
    here: dict[str, object] = {}
    exec(faster, here)
    clamp = here["clamp"]
    assert callable(clamp)
    assert [clamp(value, 0, 10) for value in (-1, 5, 11)] == [0, 5, 10]


def test_a_source_given_as_text(agent: TRMAgent) -> None:
    assert through(agent, SOURCE).optimizations_applied
    assert agent.parse_module(SOURCE.decode()).source == SOURCE


@pytest.mark.parametrize(("budget", "applied"), [(0, 0), (1, 1), (None, 2)])
def test_budget(agent: TRMAgent, budget: int | None, applied: int) -> None:
    assert len(through(agent, SOURCE, budget).optimizations_applied) == applied


def test_no_budget_left_means_no_change(agent: TRMAgent) -> None:
    assert agent.emit(through(agent, SOURCE, 0)) == SOURCE


def test_what_does_not_parse(agent: TRMAgent) -> None:
    with pytest.raises(ParsingError, match=r"^broken\.py:2:") as caught:
        agent.parse_module(b"x = 1\nx = = 2\n", "broken.py")
    assert caught.value.line_number == 2
    assert caught.value.error_code == 5010
    assert isinstance(caught.value, NoodleError)


def test_translating_what_does_not_parse_never_raises(agent: TRMAgent) -> None:
    translated = agent.translate_ast(parse_module(b"x = = 2\n"))
    assert not translated.success
    assert translated.error_message.startswith("1:")
    result = agent.optimize_ir(translated)
    assert result.success
    assert result.optimizations_applied == ()
    assert agent.emit(result) == b"x = = 2\n"


def test_suppression_comments_count(agent: TRMAgent) -> None:
    source = SOURCE.replace(b"# both ends", b"# noodle: off")
    assert agent.emit(through(agent, source)) == source


def test_a_bare_module(agent: TRMAgent) -> None:
    module = translate(parse_module(SOURCE))
    result = agent.optimize_ir(module)
    assert len(result.optimizations_applied) == 2
    assert agent.emit(module) == agent.emit(result)


def test_encoding_is_kept(agent: TRMAgent) -> None:
    head = "# -*- coding: latin-1 -*-\n# Müller\n".encode("latin-1")
    assert agent.emit(through(agent, head + SOURCE)).startswith(head)
    bom = b"\xef\xbb\xbf"
    assert agent.emit(through(agent, bom + SOURCE)).startswith(bom + b"def")


def test_deep_nesting(agent: TRMAgent) -> None:
    source = b"x = " + b"-" * 800 + b"1\n"
    assert agent.emit(through(agent, source)) == source


def test_results_as_plain_values(agent: TRMAgent) -> None:
    plain = through(agent, SOURCE).to_dict()
    assert plain["optimizations_applied"] == ("expand_min_max", "expand_min_max")
    assert plain["success"] is True
    assert plain["records"][0]["qualname"] == "clamp"
    assert "optimized_ir" not in plain


def test_a_wrong_option_is_named(tmp_path: Path) -> None:
    for options, message in (
        (Options(chooser="best"), "unknown chooser 'best'"),
        (Options(select=("no_rule",)), "no rule 'no_rule'"),
    ):
        agent = TRMAgent(TRMAgentConfig(cache_dir=str(tmp_path), options=options))
        with pytest.raises(OptimizationError, match=message):
            through(agent, SOURCE)


# settings


def test_without_fallback_a_missing_model_is_a_failure(tmp_path: Path, no_model: None) -> None:
    agent = TRMAgent(TRMAgentConfig(enable_fallback=False, cache_dir=str(tmp_path)))
    result = through(agent, SOURCE)
    assert (result.success, result.optimizations_applied) == (False, ())
    assert result.error_message == "no model installed"
    assert agent.emit(result) == SOURCE


def test_the_model_of_the_configuration_is_the_one_asked_for(tmp_path: Path) -> None:
    agent = TRMAgent(TRMAgentConfig(model_path=str(tmp_path / "gone.model"), cache_dir=str(tmp_path)))
    assert through(agent, SOURCE).fallback_reason == f"no model at {tmp_path / 'gone.model'}"


def test_settings_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "MODEL_PATH": "a.model",
        "ENABLE_FALLBACK": "0",
        "MAX_OPTIMIZATION_TIME": "2.5",
        "CACHE_DIR": "/somewhere",
        "DEBUG_MODE": "1",
    }.items():
        monkeypatch.setenv(f"NOODLE_TRM_{name}", value)
    assert TRMAgentConfig.from_environment() == TRMAgentConfig("a.model", False, 2.5, "/somewhere", True)
    monkeypatch.setenv("NOODLE_TRM_MAX_OPTIMIZATION_TIME", "soon")
    with pytest.raises(ConfigurationError, match="'soon'") as caught:
        TRMAgentConfig.from_environment()
    assert caught.value.error_code == 5003


# feedback


def test_feedback_is_stored(agent: TRMAgent, tmp_path: Path) -> None:
    result = through(agent, SOURCE)
    first = agent.feedback(result, ExecutionMetrics(execution_time=0.8, optimization_effectiveness=1.25))
    second = agent.feedback(result, ExecutionMetrics(execution_time=0.9))
    assert second > first
    row, other = FeedbackStore(tmp_path / "feedback.sqlite3").rows()
    assert (row.module, row.function, row.chooser, row.outcome) == ("clamp.py", "clamp", "classic", "kept")
    assert row.plan == ("expand_min_max", "expand_min_max")
    assert (row.rule, row.fallback_reason) == ("expand_min_max", "no model installed")
    assert (row.execution_time, row.ratio) == (0.8, 1.25)
    assert row.predicted == result.records[0].predicted
    assert 2.0 < result.records[0].predicted < 8.0, "some 4.1 by the clock"
    assert other.predicted is not None
    assert row.ir_hash == other.ir_hash != ""
    assert other.ratio is None
    renamed = through(agent, SOURCE.replace(b"value", b"item"))
    agent.feedback(renamed, ExecutionMetrics(execution_time=0.9, optimization_effectiveness=0.5, timestamp=1e9))
    assert next(agent.store().rows()).ir_hash == row.ir_hash
    assert next(agent.store().rows()).outcome == "slower"


def test_feedback_keeps_the_choice_that_the_plan_began_with(agent: TRMAgent) -> None:
    agent.feedback(through(agent, SOURCE), ExecutionMetrics(execution_time=0.8, optimization_effectiveness=1.25))
    (row,) = agent.store().rows()
    taken, words = unpack_taken(row.sample)
    assert words.rules[taken.actions[0, 1]] == row.plan[0] == "expand_min_max"
    assert row.propensity == 1.0
    assert b"clamp" not in row.sample
    assert row.sample == sample_of(SOURCE, "clamp.py", "clamp", "expand_min_max", 2)
    assert sample_of(SOURCE, "clamp.py", "clamp", "expand_min_max", 3) == b""
    assert sample_of(SOURCE, "clamp.py", "clamp", "expand_min_max") == b""  # it could be at two places
    single = b"def least(a, b):\n    return min(a, b)\n"
    assert sample_of(single, "least.py", "least", "expand_min_max") != b""
    assert sample_of(SOURCE, "clamp.py", "clamp", "hoist_row") == b""
    assert sample_of(SOURCE, "clamp.py", "nobody", "expand_min_max") == b""


def test_a_choice_is_kept_only_if_it_is_sure_which_it_was(agent: TRMAgent) -> None:
    rule = "expand_min_max"
    source = b"def f(a, b, t):\n    for x in range(max(a, b)): t += max(x, a)\n    return t\n"
    assert b"range(max(a, b)): t += a if" in agent.emit(through(agent, source, 1))
    result = through(agent, source)
    agent.feedback(result, ExecutionMetrics(execution_time=0.8))
    (row,) = agent.store().rows()
    taken, words = unpack_taken(row.sample)
    inner, outer = (op for op, number in taken.actions if words.rules[number] == rule)
    assert inner > outer, "ops are numbered in the order of the text"
    assert row.sample == sample_of(source, "clamp.py", "f", rule, 2)
    assert sample_of(source, "clamp.py", "f", rule, 2, chooser="trm") == b""
    opened = sample_of(source, "clamp.py", "f", rule, 2, Options(closed_world=True, ignore=("hoist_row",)))
    assert unpack_taken(opened)[1] == words, "whatever the options, labels are of the same vocabulary"
    twice = b"def least(a, b):\n    return min(a, b)\n" * 2
    assert sample_of(twice, "least.py", "least", rule) == b""


def test_feedback_names_the_model_that_chose(agent: TRMAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    planner = Planner(only("expand_min_max"))
    planner.version = "5f" * 32
    monkeypatch.setattr("noodlecore_trm.agent.make_chooser", lambda *_, **__: led_by(planner))
    result = through(agent, SOURCE)
    agent.feedback(result, ExecutionMetrics(execution_time=0.8))
    (row,) = agent.store().rows()
    assert (row.chooser, row.model_version, row.fallback_reason) == ("planner", "5f" * 32, "")
    monkeypatch.setattr("noodlecore_trm.pipeline.make_chooser", lambda *_, **__: led_by(planner))
    (receipt,) = optimize(SOURCE).receipt.functions
    assert (receipt.chooser, receipt.model) == ("planner", "5f" * 32)
    assert receipt.predicted == round(result.records[0].predicted, 4)
    (receipt,) = optimize(SOURCE, options=Options(max_rewrites=0)).receipt.functions
    assert (receipt.model, receipt.predicted) == ("", None)


def test_feedback_on_several_functions_is_about_the_file(agent: TRMAgent) -> None:
    source = SOURCE + b"\n\ndef least(a, b):\n    return min(a, b)\n"
    agent.feedback(through(agent, source), ExecutionMetrics(execution_time=0.8, error_count=2))
    (row,) = agent.store().rows()
    assert (row.function, row.outcome, row.error_count) == ("", "different", 2)
    assert row.ir_hash == f"file:{hashlib.sha256(source).hexdigest()}"


def test_without_numpy_feedback_is_about_the_file(agent: TRMAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "noodlecore_trm.encoding", None)
    agent.feedback(through(agent, SOURCE), ExecutionMetrics(execution_time=0.8))
    (row,) = agent.store().rows()
    assert (row.function, row.ir_hash) == ("clamp", f"file:{hashlib.sha256(SOURCE).hexdigest()}")


def test_metrics_that_are_none(agent: TRMAgent) -> None:
    with pytest.raises(ValueError, match="execution_time"):
        agent.feedback(through(agent, SOURCE), ExecutionMetrics(execution_time=math.nan))
    assert agent.store().count() == 0


# passes


class CountFunctions:
    name = "count-functions"

    def __init__(self) -> None:
        self.counts: list[int] = []

    def run(self, module: Module) -> Module:
        self.counts.append(len(module.functions))
        return module


def test_a_pass_in_a_pipeline_of_ones_own(agent: TRMAgent) -> None:
    module = translate(parse_module(SOURCE, "clamp.py"))
    counter = CountFunctions()
    trm = TRMPass(agent)
    manager = PassManager([counter]).add(trm).add(counter)
    assert manager.run(module) is module
    assert counter.counts == [1, 1]
    assert ast.dump(ast.parse(agent.emit(module))) != ast.dump(ast.parse(SOURCE))
    assert trm.last is not None
    assert trm.last.optimizations_applied == ("expand_min_max", "expand_min_max")


def test_a_second_run_of_the_pass_changes_nothing(agent: TRMAgent) -> None:
    module = TRMPass(agent).run(translate(parse_module(SOURCE)))
    once = print_module(module)
    assert print_module(TRMPass(agent).run(module)) == once


def test_an_empty_pipeline_is_the_identity() -> None:
    module = translate(parse_module(SOURCE))
    assert PassManager().run(module) is module


def test_a_pass_that_raises_is_the_callers_to_handle() -> None:
    class Fails:
        name = "fails"

        def run(self, module: Module) -> Module:
            raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        PassManager([Fails()]).run(translate(parse_module(SOURCE)))
