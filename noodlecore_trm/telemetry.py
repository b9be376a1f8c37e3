"""
Counters and histograms of what the optimizer does, through OpenTelemetry's API.

They are off until the process has loaded `opentelemetry.metrics`, as a host that configures an exporter has, a program
under `opentelemetry-instrument`, or one that has called `serve_metrics`. Until then nothing is imported for them, and
each place that would count costs one look into `sys.modules`. What a process counts that works for another one goes
back to that with the results, and is counted there.
"""

from __future__ import annotations

import re
import sys
import threading
from collections import Counter as Sums
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from noodlecore_trm.errors import ConfigurationError

if TYPE_CHECKING:
    from opentelemetry.metrics import Counter, Histogram, Meter

COUNTERS: Final = {
    "noodle_trm.candidates": "legal rewrites that were found",
    "noodle_trm.refusals": "places that matched a rule and were left alone, by rule and reason",
    "noodle_trm.accepted": "rewrites that were kept, by rule, tier and chooser",
    "noodle_trm.fallbacks": "functions for which another chooser than the wanted one served, by reason",
    "noodle_trm.early_halts": "functions whose model was sure enough before its steps were used up",
    "noodle_trm.measured": "changes that were measured at run time, by rule and outcome",
}
"""The counters, with what they count."""
HISTOGRAMS: Final = {
    "noodle_trm.model.duration": ("s", "time that the model took for a function",
                                  (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)),
    "noodle_trm.supervision.steps": ("{step}", "answers of the model for a function that were judged",
                                     (0, 1, 2, 3, 4, 6, 8, 12, 16)),
    "noodle_trm.measured.ratio": ("1", "old time over new, as measured at run time",
                                  (0.5, 0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.25, 1.5, 2.0, 4.0, 8.0)),
    "noodle_trm.prediction.error": ("1", "measured ratio over the predicted one",
                                    (0.25, 0.5, 0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.25, 2.0, 4.0)),
}  # fmt: skip
"""The histograms, each with its unit, what it shows and its bounds."""
PORT: Final = 9464
"""Where Prometheus looks for OpenTelemetry's exporter."""

_FALLBACKS: Final = (
    ("bad_model", r": no model|: weights of|: a model of"),
    ("no_model", r"^no model|needs a package"),
    ("timeout", r"ran out of time:"),
    ("bad_scores", r"^the model gave"),
    ("off_the_list", r"chose what is not on"),
    ("too_large", r"of more than \d+ ops"),
    ("no_better", r"^nothing better|^converged|^the steps are|^sure enough|gives one answer$|^there is nothing left"),
)


T = TypeVar("T")
R = TypeVar("R")

Labels = tuple[tuple[str, str], ...]
Counts = tuple[tuple[str, float, Labels], ...]
"""Names of counters and histograms with what each takes, in plain values that can go to another process."""


class Refusal(Protocol):
    @property
    def rule(self) -> str: ...
    @property
    def reason(self) -> str: ...


class Kept(Protocol):
    @property
    def rule(self) -> str: ...
    @property
    def tier(self) -> str: ...


class Treated(Protocol):
    """What happened to a function: a record of the pipeline or a receipt."""

    @property
    def found(self) -> int: ...
    @property
    def refused(self) -> Sequence[Refusal]: ...
    @property
    def kept(self) -> Sequence[Kept]: ...
    @property
    def chooser(self) -> str: ...
    @property
    def fallback_reason(self) -> str: ...


class Measured(Protocol):
    """A change that was measured."""

    @property
    def rule(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def ratio(self) -> float | None: ...
    @property
    def predicted(self) -> float | None: ...


class _Kept:
    """What is counted for another process."""

    def __init__(self) -> None:
        self.sums: Sums[tuple[str, Labels]] = Sums()
        self.seen: list[tuple[str, float, Labels]] = []

    def take(self, name: str, value: float, labels: Labels) -> None:
        if name in COUNTERS:
            self.sums[name, labels] += value  # type: ignore[assignment]  # sums may be of floats
        else:
            self.seen.append((name, value, labels))


_kept: _Kept | None = None


def is_watched() -> bool:
    """Whether anybody may be listening."""
    return _kept is not None or "opentelemetry.metrics" in sys.modules


def counted(work: Callable[[T], R], task: T, watched: bool) -> tuple[R, Counts]:
    """
    `work(task)` in a process that works for another one, and what was counted meanwhile: nothing unless that one is
    `watched`, in which case the other one is to `count` it.
    """
    global _kept
    if not watched:
        return work(task), ()
    _kept = kept = _Kept()
    try:
        result = work(task)
    finally:
        _kept = None
    return result, (*((name, value, labels) for (name, labels), value in kept.sums.items()), *kept.seen)


def count(counts: Counts) -> None:
    """Count what another process has counted."""
    for name, value, labels in counts:
        _take(name, value, dict(labels))


def _take(name: str, value: float, labels: Mapping[str, str] = MappingProxyType({})) -> None:
    if _kept is not None:
        _kept.take(name, value, tuple(labels.items()))
    elif name in COUNTERS:
        _counter(name).add(value, labels)
    else:
        _histogram(name).record(value, labels)


def count_functions(functions: Iterable[Treated]) -> None:
    """Count what happened to some functions."""
    if not is_watched():
        return
    for each in functions:
        _take("noodle_trm.candidates", each.found)
        for refusal in each.refused:
            _take("noodle_trm.refusals", 1, {"rule": refusal.rule, "reason": refusal.reason})
        for change in each.kept:
            _take("noodle_trm.accepted", 1, {"rule": change.rule, "tier": change.tier, "chooser": each.chooser})
        if each.fallback_reason:
            _take("noodle_trm.fallbacks", 1, {"reason": kind_of_fallback(each.fallback_reason)})


def count_thinking(*, steps: int, seconds: float, sure: bool) -> None:
    """Count the steps of a model that was asked for one function, its time, and whether it was sure before the end."""
    if not is_watched():
        return
    _take("noodle_trm.model.duration", seconds)
    _take("noodle_trm.supervision.steps", steps)
    if sure:
        _take("noodle_trm.early_halts", 1)


def count_measured(changes: Iterable[Measured]) -> None:
    """Count changes that were measured."""
    if not is_watched():
        return
    for each in changes:
        _take("noodle_trm.measured", 1, {"rule": each.rule, "outcome": each.outcome})
        if each.ratio is not None:
            _take("noodle_trm.measured.ratio", each.ratio, {"rule": each.rule})
            if each.predicted is not None:
                _take("noodle_trm.prediction.error", each.ratio / each.predicted, {"rule": each.rule})


def kind_of_fallback(reason: str) -> str:
    """A word for a reason, which itself may hold paths and numbers and so would make a series of its own each time."""
    return next((kind for kind, pattern in _FALLBACKS if re.search(pattern, reason)), "other")


@lru_cache
def _counter(name: str) -> Counter:
    return _meter().create_counter(name, description=COUNTERS[name])


@lru_cache
def _histogram(name: str) -> Histogram:
    unit, description, bounds = HISTOGRAMS[name]
    return _meter().create_histogram(
        name, unit=unit, description=description, explicit_bucket_boundaries_advisory=bounds
    )


def _meter() -> Meter:
    from opentelemetry import metrics

    return metrics.get_meter("noodlecore_trm")


_serving: tuple[str, int] | None = None
_starting = threading.Lock()


def serve_metrics(port: int = PORT, address: str = "127.0.0.1") -> int:
    """
    Let Prometheus fetch the metrics of this process from http://ADDRESS:PORT/metrics; returns the port, a free one
    for 0. Once it serves, it stays: calls for the same place do nothing.

    Raises ConfigurationError where packages are missing (`pip install noodlecore-trm[watch]`), the port is taken, or
    the process exports its metrics in another way already, which then has these among them.
    """
    global _serving
    with _starting:
        if _serving is not None and port in (0, _serving[1]) and address == _serving[0]:
            return _serving[1]
        if _serving is not None:
            raise ConfigurationError(f"the metrics are served on {_serving[0]}:{_serving[1]} already")
        try:
            from opentelemetry import metrics
            from opentelemetry.exporter.prometheus import PrometheusMetricReader
            from opentelemetry.sdk.metrics import MeterProvider
            from prometheus_client import start_http_server
        except ImportError as problem:
            raise ConfigurationError(
                f"serving metrics needs {problem.name}: pip install 'noodlecore-trm[watch]'"
            ) from None
        if isinstance(metrics.get_meter_provider(), MeterProvider):
            raise ConfigurationError("this process exports its metrics already: add a PrometheusMetricReader there")
        try:
            server, _ = start_http_server(port, address)
        except (OSError, OverflowError) as problem:
            raise ConfigurationError(f"metrics cannot be served on {address}:{port}: {problem}") from None
        metrics.set_meter_provider(MeterProvider(metric_readers=[PrometheusMetricReader()]))
        _serving = address, server.server_port
        return server.server_port
