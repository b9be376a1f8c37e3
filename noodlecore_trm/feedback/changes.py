"""One measured change: what was done to a function, what was expected of it, and what it did."""

from __future__ import annotations

import math
import os
import platform
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

STORE: Final = "feedback.sqlite3"
"""The name of the file of a store."""
OUTCOMES: Final = ("kept", "unclear", "slower", "different", "switched_back", "explored")
"""
What became of a change: it is in use; it was not faster beyond doubt and not taken; it was slower and not taken; it
gave another result; it was in use, and the original is back since; it was only tried, to learn from it.
"""
LONGEST: Final = {
    "module": 4096, "function": 1024, "chooser": 64, "model_version": 128, "interpreter": 64, "reason": 1024,
    "fallback_reason": 1024, "source": 1 << 20, "sample": 1 << 24,
}  # fmt: skip
"""The most characters (bytes of `sample`) that a field may have."""
MOST_RULES: Final = 1000
LATEST: Final = 253_370_764_799
"""The last `time` of a row, the end of the year 9998: every time zone can show it as a date."""

_KEY: Final = re.compile(r"[0-9a-f]{32}")
_RULE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,79}")
_IR_HASH: Final = re.compile(r"(?:file:)?[0-9a-f]{64}|")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}|")


@dataclass(frozen=True, slots=True)
class ExecutionMetrics:
    """
    What one run of optimized code cost: seconds, bytes, percent of one core, count of errors.

    `optimization_effectiveness` is the measured speed ratio, old time over new; NaN if unknown.
    """

    execution_time: float
    memory_usage: int = 0
    cpu_usage: float = 0.0
    optimization_time: float = 0.0
    compilation_time: float = 0.0
    error_count: int = 0
    optimization_effectiveness: float = float("nan")
    timestamp: float = field(default_factory=time.time)


def measures(metrics: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a row that metrics by the names of `ExecutionMetrics` fill; what is no such number is left out."""
    names = {name: name for name in (*_SECONDS, *_COUNTS)}
    names |= {"time": "timestamp", "ratio": "optimization_effectiveness"}
    found: dict[str, Any] = {}
    for name, given in names.items():
        try:
            value = metrics[given]
            (_check_count if name in _COUNTS else _check_number)(name, value)
        except (KeyError, ValueError):
            continue
        if value is not None:
            found[name] = value
    return found


def new_key() -> str:
    """A name for a row that no other row anywhere has: 12 digits of milliseconds, then 20 drawn at random."""
    return f"{time.time_ns() // 1_000_000 & 0xFFFFFFFFFFFF:012x}{os.urandom(10).hex()}"


def this_interpreter() -> str:
    """Such as `CPython 3.11.7`."""
    return f"{platform.python_implementation()} {platform.python_version()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredChange:
    """
    A row of the store. Raises ValueError for a field that holds what it must not; the message names it.

    What was changed: `ir_hash` is `noodlecore_trm.encoding.identity` of the function before the change or, where that
    is not at hand (a whole file was measured, or numpy is missing), `file:` and the SHA-256 of the file's bytes;
    `module` and `function` (its qualified name, empty for a whole file) are for people. `plan` holds the rules that
    were applied, in their order. `rule` is the one whose effect was measured, empty where several were measured
    together; it is filled in where the plan knows one rule only.

    Who chose: `chooser`, `model_version` (the digest of the model, empty without one), `fallback_reason`, `propensity`
    (the probability with which the chooser made this choice; 1 if it always does, None if unknown), `profile` (the
    SHA-256 of the profile it went by, or empty), `interpreter`.

    What came of it: `predicted` and `ratio` are old time over new, expected and measured, the latter with
    `lower_bound` and `upper_bound` of its 99% confidence interval from `samples` pairs of measurements; None if
    unknown. `execution_time` is seconds of a run of the new code, `memory_usage` its bytes, `cpu_usage` percent of a
    core, `error_count` a count; `optimization_time` and `compilation_time` are the seconds that choosing and compiling
    took. `outcome` is one of `OUTCOMES`, `reason` one sentence about it. `time` is in seconds since 1970.

    `key` names the row everywhere, so that nothing is stored twice. `sample` is the choice that was made, as a model
    sees it and `noodlecore_trm.encoding.taken.pack_taken` packs it: numbers, no names of the program. `source` is the
    text of the function, which only a store with `keep_source` takes in. Both are empty if absent.
    """

    ir_hash: str
    plan: tuple[str, ...]
    outcome: str
    rule: str = ""
    module: str = ""
    function: str = ""
    chooser: str = ""
    model_version: str = ""
    fallback_reason: str = ""
    propensity: float | None = None
    profile: str = ""
    interpreter: str = field(default_factory=this_interpreter)
    predicted: float | None = None
    ratio: float | None = None
    lower_bound: float | None = None
    upper_bound: float | None = None
    samples: int = 0
    execution_time: float | None = None
    memory_usage: int = 0
    cpu_usage: float = 0.0
    error_count: int = 0
    optimization_time: float = 0.0
    compilation_time: float = 0.0
    reason: str = ""
    time: float = field(default_factory=time.time)
    key: str = field(default_factory=new_key)
    sample: bytes = b""
    source: str = ""

    def __post_init__(self) -> None:
        _check(self)
        if not self.rule and len(set(self.plan)) == 1:
            object.__setattr__(self, "rule", self.plan[0])

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON has words for; `sample` as hexadecimal digits."""
        plain = {item.name: getattr(self, item.name) for item in fields(self)}
        return plain | {"plan": list(self.plan), "sample": self.sample.hex()}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> MeasuredChange:
        """
        The row that `to_dict` gave, or one that lacks fields that have a default. Raises ValueError if it is none; a
        row without a `key` or a `time` is none, as it could not be told from another.
        """
        known = {item.name for item in fields(cls)}
        for name in data:
            if name not in known:
                raise ValueError(f"there is no field {str(name)[:80]!r}")
        for name in ("key", "time", "ir_hash", "plan", "outcome", "interpreter"):
            if name not in data:
                raise ValueError(f"{name} is missing")
        values = dict(data)
        if not isinstance(values["plan"], list):
            raise ValueError(f"plan is no list of rules: {_shown(values['plan'])}")
        values["plan"] = tuple(values["plan"])
        if isinstance(sample := values.get("sample", ""), str):
            try:
                values["sample"] = bytes.fromhex(sample)
            except ValueError:
                raise ValueError("sample is not hexadecimal") from None
        return cls(**values)


_POSITIVE: Final = ("predicted", "ratio", "lower_bound", "upper_bound")
_SECONDS: Final = ("execution_time", "cpu_usage", "optimization_time", "compilation_time", "time")
_COUNTS: Final = ("samples", "memory_usage", "error_count")
_OPTIONAL: Final = frozenset((*_POSITIVE, "execution_time", "propensity"))
_FAR: Final = 1e12
"""No ratio is larger, no number of seconds is, and none is the inverse of a larger one."""


def _check(change: MeasuredChange) -> None:
    for name, most in LONGEST.items():
        value = getattr(change, name)
        if type(value) is not (bytes if name == "sample" else str):
            raise ValueError(f"{name} is no text: {_shown(value)}")
        if len(value) > most:
            raise ValueError(f"{name} is longer than {most:,}")
        if isinstance(value, str) and not _is_writable(value):
            raise ValueError(f"{name} holds what no file can: {_shown(value)}")
    for name, pattern in (("key", _KEY), ("ir_hash", _IR_HASH), ("profile", _DIGEST)):
        value = getattr(change, name)
        if type(value) is not str or not pattern.fullmatch(value):
            raise ValueError(f"{name} is no digest: {_shown(value)}")
    if type(change.plan) is not tuple or len(change.plan) > MOST_RULES:
        raise ValueError("plan is no list of rules, or too long")
    for rule in (*change.plan, *([change.rule] if change.rule != "" else ())):
        if type(rule) is not str or not _RULE.fullmatch(rule):
            raise ValueError(f"no name of a rule: {_shown(rule)}")
    if change.outcome not in OUTCOMES:
        raise ValueError(f"outcome is none of {', '.join(OUTCOMES)}: {_shown(change.outcome)}")
    for name in (*_POSITIVE, *_SECONDS, "propensity"):
        _check_number(name, getattr(change, name))
    for name in _COUNTS:
        _check_count(name, getattr(change, name))
    low, middle, high = change.lower_bound, change.ratio, change.upper_bound
    known = [value for value in (low, middle, high) if value is not None]
    if known != sorted(known):
        raise ValueError(f"the ratio {middle} is outside of its bounds {low} and {high}")


def _check_count(name: str, value: Any) -> None:
    if type(value) is not int or not 0 <= value < 2**63:
        raise ValueError(f"{name} is no count: {_shown(value)}")


def _check_number(name: str, value: Any) -> None:
    if value is None and name in _OPTIONAL:
        return
    if type(value) is not int and (type(value) is not float or not math.isfinite(value)):
        raise ValueError(f"{name} is no finite number: {_shown(value)}")
    if name == "propensity":
        if not 0 < value <= 1:
            raise ValueError(f"propensity is no probability above 0: {_shown(value)}")
    elif name in _POSITIVE:
        if not 1 / _FAR <= value <= _FAR:
            raise ValueError(f"{name} is no ratio: {_shown(value)}")
    elif not 0 <= value <= (LATEST if name == "time" else _FAR):
        raise ValueError(f"{name} is below 0 or too large: {_shown(value)}")


def _is_writable(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def _shown(value: Any) -> str:
    return repr(value)[:80]
