"""Counters and histograms: what they count, that nobody pays for them who does not look, and Prometheus."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from noodlecore_trm import TRMAgent, TRMAgentConfig
from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.refine import Failed, Judged, Limits, Proposed, Verdict, advance, begin
from noodlecore_trm.telemetry import COUNTERS, HISTOGRAMS, count, count_thinking, counted, kind_of_fallback

ROOT = Path(__file__).parent.parent

COUNTED = """
import json, sys, tempfile
sys.path[:0] = [{root!r}, {tests!r}]
from opentelemetry import metrics
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader

reader = InMemoryMetricReader()
metrics.set_meter_provider(MeterProvider([reader]))

import pathlib

import test_plans
from noodlecore_trm.choosers import trm
from noodlecore_trm import TRMAgent, TRMAgentConfig, optimize, pipeline
from noodlecore_trm.feedback import ExecutionMetrics, MeasuredChange

trm._SHIPPED = pathlib.Path("none")
source = b"def clamp(value, low, high):\\n    return max(low, min(value, high))\\n"
optimize(source)
agent = TRMAgent(TRMAgentConfig(cache_dir=tempfile.mkdtemp()))
result = agent.optimize_ir(agent.translate_ast(agent.parse_module(source, "clamp.py")))
agent.feedback(result, ExecutionMetrics(execution_time=0.5, optimization_effectiveness=1.2))
planner = test_plans.Planner(test_plans.only("expand_min_max"), confidence=1.0)
pipeline.make_chooser = lambda name, **_: test_plans.led_by(planner)
optimize(source)

points = {{}}
for resource in reader.get_metrics_data().resource_metrics:
    for scope in resource.scope_metrics:
        assert scope.scope.name == "noodlecore_trm"
        for metric in scope.metrics:
            points[metric.name] = [
                [dict(point.attributes), getattr(point, "value", None) or point.sum, getattr(point, "count", 0)]
                for point in metric.data.data_points
            ]
print(json.dumps(points))
"""


def run(program: str) -> str:
    program = program.format(root=str(ROOT), tests=str(ROOT / "tests"))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_is_counted() -> None:
    points: dict[str, list[tuple[dict[str, str], float, int]]] = json.loads(run(COUNTED))
    assert points.keys() <= COUNTERS.keys() | HISTOGRAMS.keys()

    def found(name: str) -> list[tuple[dict[str, str], float]]:
        return [(labels, value) for labels, value, _ in points[name]]

    rule = {"rule": "expand_min_max"}
    accepted = {labels["chooser"]: value for labels, value in found("noodle_trm.accepted")}
    assert accepted == {"classic": 4, "planner": 2}
    assert all(labels.items() >= {**rule, "tier": "S0"}.items() for labels, _ in found("noodle_trm.accepted"))
    assert found("noodle_trm.candidates")[0][1] >= 6
    assert ({"reason": "no_model"}, 2) in found("noodle_trm.fallbacks")
    assert found("noodle_trm.measured") == [({**rule, "outcome": "kept"}, 1)]
    ((labels, ratio, count),) = points["noodle_trm.measured.ratio"]
    assert (labels, ratio, count) == (rule, 1.2, 1)
    ((_, error, count),) = points["noodle_trm.prediction.error"]
    assert 0.15 < error < 0.6, "by the clock it is more than 1.2"
    assert found("noodle_trm.early_halts") == [({}, 1)]
    ((_, seconds, functions),) = points["noodle_trm.model.duration"]
    assert (functions, seconds > 0.0) == (1, True)
    ((_, steps, functions),) = points["noodle_trm.supervision.steps"]
    assert (functions, steps) == (1, 1)


def test_nobody_pays_who_does_not_look() -> None:
    program = """
import sys
sys.path.insert(0, {root!r})
import tempfile
from noodlecore_trm import TRMAgent, TRMAgentConfig
from noodlecore_trm.feedback import ExecutionMetrics
agent = TRMAgent(TRMAgentConfig(cache_dir=tempfile.mkdtemp()))
result = agent.optimize_ir(agent.translate_ast(agent.parse_module(b"def f(a, b): return min(a, b)\\n")))
agent.feedback(result, ExecutionMetrics(execution_time=0.5))
print([name for name in sys.modules if name.partition(".")[0] in ("opentelemetry", "prometheus_client")])
"""
    assert run(program) == "[]\n"


SERVED = """
import sys, urllib.request
sys.path.insert(0, {root!r})
from noodlecore_trm import TRMAgent, TRMAgentConfig
from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.telemetry import serve_metrics

port = serve_metrics(0)
assert serve_metrics(port) == serve_metrics(0) == port
agent = TRMAgent(TRMAgentConfig(metrics_port=port))
agent.optimize_ir(agent.translate_ast(agent.parse_module(b"def f(a, b): return min(a, b)\\n")))
try:
    serve_metrics(1)
except ConfigurationError as problem:
    print(problem)
print(urllib.request.urlopen(f"http://127.0.0.1:{{port}}/metrics").read().decode())
"""


def test_prometheus_can_fetch_them() -> None:
    out = run(SERVED)
    assert "the metrics are served on 127.0.0.1:" in out.splitlines()[0]
    line = next(line for line in out.splitlines() if line.startswith("noodle_trm_accepted_total{"))
    assert 'rule="expand_min_max"' in line
    assert line.endswith(" 1.0")


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import socket; taken = socket.create_server(('127.0.0.1', 0)); serve_metrics(taken.getsockname()[1])",
         "metrics cannot be served on 127.0.0.1:"),
        ("sys.modules['prometheus_client'] = None; serve_metrics(0)", "pip install 'noodlecore-trm[watch]'"),
        ("from opentelemetry import metrics; from opentelemetry.sdk.metrics import MeterProvider;"
         " metrics.set_meter_provider(MeterProvider()); serve_metrics(0)", "this process exports its metrics already"),
    ],
    ids=["port is taken", "packages are missing", "host exports"],
)  # fmt: skip
def test_metrics_that_cannot_be_served(program: str, message: str) -> None:
    out = run(f"""
import sys
sys.path.insert(0, {{root!r}})
from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.telemetry import serve_metrics
try:
    {program}
except ConfigurationError as problem:
    print(problem)
""")
    assert message in out
    assert out.count("\n") == 1


def test_the_port_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOODLE_TRM_METRICS_PORT", "9464")
    assert TRMAgentConfig.from_environment().metrics_port == 9464
    for wrong in ("prometheus", "-1", "65536"):
        monkeypatch.setenv("NOODLE_TRM_METRICS_PORT", wrong)
        with pytest.raises(ConfigurationError, match=f"NOODLE_TRM_METRICS_PORT is no port: '{wrong}'"):
            TRMAgent()


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("no model installed", "no_model"),
        ("no model at /ops/2 ops", "no_model"),
        ("/a: no model: it is damaged", "bad_model"),
        ("/a: a model of another version: 5, not 6", "bad_model"),
        ("trm ran out of time: more than 2 s for one plan", "timeout"),
        ("the model gave a score that is not finite", "bad_scores"),
        ("trm chose what is not on the list", "off_the_list"),
        ("a function of more than 512 ops", "too_large"),
        ("nothing better to propose", "no_better"),
        ("converged: no better answer any more", "no_better"),
        ("division by zero", "other"),
    ],
)
def test_kinds_of_fallbacks(reason: str, kind: str) -> None:
    assert kind_of_fallback(reason) == kind


def test_what_an_early_halt_is() -> None:
    def after(limits: Limits, *events: Any) -> bool:
        state = begin(limits)
        for event in events:
            state = advance(state, event)
        return state.halted_early

    good = Judged(Verdict(True, 1.0))
    first = Proposed(0), good
    assert after(Limits(act_threshold=0.5), *first, Proposed(1, 0.9), good)
    assert not after(Limits(act_threshold=0.5), *first)
    assert not after(Limits(act_threshold=0.95), *first, Proposed(1, 0.9), good)
    assert not after(Limits(max_steps=1, act_threshold=0.5), *first, Proposed(1, 0.9), good)
    assert not after(Limits(act_threshold=0.95), *first, Proposed(1, 0.9), good, Failed("broken"))


IN_PROCESSES = """
import json, sys
sys.path[:0] = [{root!r}]
from opentelemetry import metrics
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from noodlecore_trm.cli import main

reader = InMemoryMetricReader()
metrics.set_meter_provider(MeterProvider([reader]))
if __name__ == "__main__":
    assert main(["optimize", "-q", "--no-cache", "--jobs", *sys.argv[1:]]) == 0
    points = []
    for metric in reader.get_metrics_data().resource_metrics[0].scope_metrics[0].metrics:
        for point in metric.data.data_points:
            points.append([metric.name, sorted(point.attributes.items()), getattr(point, "value", None) or point.sum])
    print(json.dumps(sorted(points)))
"""


def test_processes_that_work_for_another_one_count_there(tmp_path: Path) -> None:
    found = []
    for jobs in ("1", "2"):
        files = []
        for number in range(3):
            files.append(tmp_path / f"{jobs}_{number}.py")
            files[-1].write_text("def clamp(value, low, high):\n    return max(low, min(value, high))\n" * (number + 1))
        program = tmp_path / "program.py"
        program.write_text(IN_PROCESSES.format(root=str(ROOT)))
        done = subprocess.run(
            [sys.executable, str(program), jobs, *map(str, files)], capture_output=True, text=True, timeout=300,
            check=False, env={**os.environ, "NOODLE_TRM_MODEL_PATH": str(tmp_path / "none")},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found.append(json.loads(done.stdout.splitlines()[-1]))
    assert found[0] == found[1]
    names = {name for name, _, _ in found[1]}
    assert names >= {"noodle_trm.candidates", "noodle_trm.accepted", "noodle_trm.fallbacks"}


def test_what_is_counted_elsewhere_is_counted_once() -> None:
    def work(task: int) -> int:
        count_thinking(steps=task, seconds=0.5, sure=True)
        count_thinking(steps=task, seconds=0.25, sure=True)
        return task + 1

    result, counts = counted(work, 2, True)
    assert result == 3
    assert sorted(counts) == [
        ("noodle_trm.early_halts", 2, ()),
        ("noodle_trm.model.duration", 0.25, ()),
        ("noodle_trm.model.duration", 0.5, ()),
        ("noodle_trm.supervision.steps", 2, ()),
        ("noodle_trm.supervision.steps", 2, ()),
    ]
    assert pickle.loads(pickle.dumps(counts)) == counts

    def again(task: int) -> int:
        count(counts)
        return task

    assert sorted(counted(again, 1, True)[1]) == sorted(counts)
    with pytest.raises(ZeroDivisionError):
        counted(lambda task: task // 0, 1, True)
    assert counted(again, 1, True)[1] == counted(again, 1, True)[1]
