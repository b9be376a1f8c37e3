"""
Measure the rules on the interpreter that runs this, for the classic chooser.

Every rule is applied alone to its sample, and both versions are timed in turn. A rule that
is measured to lose here is switched off, one that gains is switched on; its order and its filters,
which say when it opens the way for others, stay those of the shipped table.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import CodeType
from typing import Any, Final

from noodlecore_trm.calibration.samples import SAMPLES, Sample

ROUNDS: Final = 21
SECONDS: Final = 0.01
"""How long one timing of one version runs at least."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Old time over new: the median of the rounds, and the bounds of its 95% confidence interval."""

    ratio: float
    lower: float
    upper: float


def table_path() -> Path:
    """Where this interpreter's own table is kept."""
    import platformdirs

    folder = Path(platformdirs.user_data_dir("noodlecore-trm", appauthor=False))
    return folder / "tables" / f"{sys.implementation.cache_tag}.json"


def _prepared(source: str, call: str) -> tuple[CodeType, dict[str, Any]]:
    names: dict[str, Any] = {}
    exec(compile(source, "<sample>", "exec"), names)
    return compile(call, "<sample>", "eval"), names


def _seconds(code: CodeType, names: dict[str, Any], loops: int) -> float:
    start = time.perf_counter()
    for _ in range(loops):
        eval(code, names)
    return time.perf_counter() - start


def compare(before: str, after: str, call: str, *, rounds: int = ROUNDS, seconds: float = SECONDS) -> Gain:
    """
    Time `call` after each of two programs, in turn.

    Raises ValueError if the call gives different results. The interval is that of the median by
    order statistics, which assumes nothing about how times are distributed.
    """
    old, new = _prepared(before, call), _prepared(after, call)
    if eval(*old) != eval(*new):
        raise ValueError(f"{call} gives different results")
    loops = 1
    while _seconds(*old, loops) < seconds and loops < 1 << 20:
        loops *= 2
    ratios: list[float] = []
    for turn in range(rounds):
        if turn % 2:
            slow = _seconds(*old, loops)
            fast = _seconds(*new, loops)
        else:
            fast = _seconds(*new, loops)
            slow = _seconds(*old, loops)
        ratios.append(slow / max(fast, 1e-9))
    ratios.sort()
    reach = int(0.98 * rounds**0.5)  # half the width of the interval, in ranks
    middle = rounds // 2
    return Gain(statistics.median(ratios), ratios[max(0, middle - reach)], ratios[min(rounds - 1, middle + reach)])


def shipped_document() -> dict[str, Any]:
    """The shipped table for this interpreter, or that of CPython 3.11."""
    folder = resources.files("noodlecore_trm.choosers") / "tables"
    wanted = folder / f"{sys.implementation.cache_tag}.json"
    document: dict[str, Any] = json.loads(
        (wanted if wanted.is_file() else folder / "cpython-311.json").read_text("utf-8")
    )
    return document


def adjusted(document: Mapping[str, Any], gains: Mapping[str, Gain]) -> dict[str, Any]:
    """A table with measured gains; a rule is off only where it surely loses, and on only where it surely gains."""
    rules: dict[str, Any] = {name: dict(entry) for name, entry in document["rules"].items()}
    for name, gain in gains.items():
        entry = rules.get(name)
        if entry is None:
            continue
        if gain.upper < 1.0:
            entry["off"] = True
        elif gain.lower > 1.0:
            entry.pop("off", None)
        entry["gain"] = round(gain.ratio, 3)
    return {"interpreter": sys.implementation.cache_tag, "rules": rules}


def measure(
    say: Callable[[str], None],
    samples: Mapping[str, Sample] = SAMPLES,
    *,
    rounds: int = ROUNDS,
    seconds: float = SECONDS,
) -> dict[str, Gain]:
    """The gain of every rule that has a sample it applies to; `say` gets a line for each."""
    from noodlecore_trm.emit import EmissionError
    from noodlecore_trm.ir.rewriter import RewriteError
    from noodlecore_trm.pipeline import apply_rules
    from noodlecore_trm.rules import load

    gains: dict[str, Gain] = {}
    for name, rule in load().items():
        sample = samples.get(name)
        if sample is None:
            say(f"{name}: no sample; the shipped entry stays")
            continue
        try:
            after = apply_rules(sample.source.encode(), [rule], max_rewrites=20).decode()
        except (EmissionError, RewriteError):
            after = sample.source
        if after == sample.source:
            say(f"{name}: does not apply to its sample; the shipped entry stays")
            continue
        gain = gains[name] = compare(sample.source, after, sample.call, rounds=rounds, seconds=seconds)
        say(f"{name}: {gain.ratio:.2f}x ({gain.lower:.2f} to {gain.upper:.2f})")
    return gains


def calibrate(say: Callable[[str], None]) -> tuple[Path, bytes]:
    """Measure every rule; returns where this interpreter's table belongs, and the table as JSON."""
    document = adjusted(shipped_document(), measure(say))
    return table_path(), (json.dumps(document, indent=2) + "\n").encode()
