"""
Measure the rules on the interpreter that runs this, for the choosers' table.

Every rule is applied alone to its sample, and both versions are timed in turn, in fresh processes with different hash
seeds. Only gains are measured here: in which order rules go is policy, and stays as it is.
"""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from noodlecore_trm.calibration.sample import Sample, sample_of
from noodlecore_trm.validate.behaviour import compare_calls
from noodlecore_trm.validate.runner import Setting
from noodlecore_trm.validate.timing import Times, judge_each, pooled, record

ROUNDS: Final = 13
PROCESSES: Final = 3
SECONDS: Final = 0.001
"""How long one timing of one version of one call runs at least."""

GUARDS: Final[Mapping[str, str]] = {
    "type": "type(value) is int",
    "identity": "f is _f",
    "attribute": "value.real is value",
    "call": "len(text)",
    "element": "set(map(type, items)) == {int}",
}
"""Checks whose cost is measured; the last is of a thousand elements and counts for one."""
_REPEATED: Final = 20
_ELEMENTS: Final = 1000


class NoSample(Exception):
    """A rule cannot be measured; the message says why."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Old time over new in one context: the median of the rounds, and its bound of 99% confidence."""

    kind: str
    extent: int
    ratio: float
    lower: float


def rewritten(name: str, sample: Sample) -> bytes:
    """A sample after its rule. Raises NoSample if the rule does not apply."""
    from noodlecore_trm.emit import EmissionError
    from noodlecore_trm.ir.rewriter import RewriteError
    from noodlecore_trm.pipeline import apply_rules
    from noodlecore_trm.rules import load

    source = sample.source.encode()
    try:
        after = apply_rules(source, [load()[name]], max_rewrites=20)
    except (EmissionError, RewriteError) as problem:
        raise NoSample(f"cannot rewrite its sample: {problem}") from None
    if after == source:
        raise NoSample("does not apply to its sample")
    return after


def measure(
    name: str, sample: Sample, *, rounds: int = ROUNDS, seconds: float = SECONDS, processes: int = PROCESSES
) -> list[Gain]:
    """The gain of a rule in each context of its sample. Raises NoSample if that cannot be told."""
    from noodlecore_trm.rules import load

    after = rewritten(name, sample)
    calls = [context.call for context in sample.contexts]
    relaxed = load()[name].needs == "fp_relaxed"
    _check(sample.source.encode(), after, [call for call in calls if call], relaxed_floats=relaxed)
    times = _recorded(sample.source.encode(), after, calls, rounds, seconds, processes)
    verdicts = zip(sample.contexts, judge_each(times), strict=True)
    return [Gain(place.kind, place.extent, verdict.ratio, verdict.lower_bound) for place, verdict in verdicts]


def _check(before: bytes, after: bytes, calls: Sequence[str], *, relaxed_floats: bool) -> None:
    if not calls:
        return
    verdict = compare_calls(before, after, calls, Setting(), relaxed_floats=relaxed_floats, required=False)
    if verdict.status == "failed":
        raise NoSample(f"changes what its sample does: {verdict.detail}")


def _recorded(
    before: bytes, after: bytes, calls: Sequence[str], rounds: int, seconds: float, processes: int
) -> Times:
    times = pooled(
        record(before, after, calls, rounds=rounds, round_seconds=seconds * len(calls), hash_seed=seed)
        for seed in range(processes)
    )
    if times.error:
        raise NoSample(f"cannot be timed: {times.error}")
    return times


def guard_costs(*, rounds: int = ROUNDS, seconds: float = SECONDS, processes: int = PROCESSES) -> dict[str, float]:
    """Nanoseconds that each check of GUARDS takes when it is passed; for `element`, per element."""
    head = f"def f(): pass\n_f = f\nvalue = 1\ntext = 'abc'\nitems = [1] * {_ELEMENTS}\n"
    costs = {}
    for name, check in GUARDS.items():
        times = 1 if name == "element" else _REPEATED
        empty = f"{head}def g(value, text, items):\n    pass\n"
        full = f"{head}def g(value, text, items):\n" + f"    if {check}:\n        pass\n" * times
        measured = _recorded(
            empty.encode(), full.encode(), ["g(value, text, items)"], rounds, seconds, processes
        )
        added = median(one - other for one, other in zip(measured.after[0], measured.before[0], strict=True))
        costs[name] = round(max(0.0, added) * 1e9 / (_ELEMENTS if name == "element" else times), 2)
    return costs


def measured_rule(name: str) -> list[Gain]:
    """The gains of a rule on its own sample. Raises NoSample."""
    sample = sample_of(name)
    if sample is None:
        raise NoSample("has no sample")
    return measure(name, sample)


def calibrate(
    rules: Iterable[str], *, base: Mapping[str, Any] | None, say: Callable[[str], None], step: Callable[[], None]
) -> dict[str, Any]:
    """
    The document of a table with these rules measured now; the others and, unless all is new, the costs of
    guards are those of `base`.

    `say` gets a line and `step` a call for each rule.
    """
    kept: Mapping[str, Any] = base or {}
    measured: dict[str, Any] = dict(kept.get("rules", {}))
    for name in rules:
        try:
            gains = measured_rule(name)
        except NoSample as problem:
            say(f"{name}: {problem}; not measured")
        else:
            measured[name] = as_json(gains)
            say(f"{name}: {summary(gains)}")
        step()
    guards = kept.get("guards") or guard_costs()
    return {
        "interpreter": sys.implementation.cache_tag,
        "version": platform.python_version(),
        "machine": platform.machine(),
        "date": time.strftime("%Y-%m-%d"),
        "guards": guards,
        "rules": dict(sorted(measured.items())),
    }


def as_json(gains: Iterable[Gain]) -> dict[str, dict[str, list[float]]]:
    """{kind: {extent: [ratio, lower bound]}}."""
    rows: dict[str, dict[str, list[float]]] = {}
    for gain in gains:
        rows.setdefault(gain.kind, {})[str(gain.extent)] = [round(gain.ratio, 3), round(gain.lower, 3)]
    return rows


def summary(gains: Sequence[Gain]) -> str:
    """Such as `int 0.91x at 2, 1.20x at 1000`."""
    parts = []
    for kind in dict.fromkeys(gain.kind for gain in gains):
        own = [gain for gain in gains if gain.kind == kind]
        ends = own if len(own) < 3 else [own[0], own[-1]]
        parts.append(f"{kind} " + ", ".join(f"{gain.ratio:.2f}x" + (f" at {gain.extent}" if gain.extent else "")
                                            for gain in ends))
    return "; ".join(parts)


def as_text(document: Mapping[str, Any]) -> str:
    """The document as JSON, a rule a line."""
    head = [f"  {json.dumps(key)}: {json.dumps(value)}," for key, value in document.items() if key != "rules"]
    rows = [f"    {json.dumps(name)}: {json.dumps(contexts)}" for name, contexts in document["rules"].items()]
    return "\n".join(["{", *head, '  "rules": {', ",\n".join(rows), "  }", "}", ""])
