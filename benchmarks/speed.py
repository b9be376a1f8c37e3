"""
How much faster the programs of `programs/` become, and whether they still compute the same.

    python benchmarks/speed.py [--set all] [--chooser classic] [--rounds 15] [--only NAME] [--json FILE]

The development set and the held-out set are reported apart, each with its own mean; what the
second is for stands in `programs/README.md`.

Each program is optimized, and its result before and after is held against the stored one. Then
the original, the optimized version and a copy of the original (the null control) are timed in
turn in fresh processes; a ratio is the time of the original over the time of the other. A
ratio is the median over the rounds of a process, and then over the processes.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from corpus import HELD_OUT, SETS, Program, programs
from table import show

from noodlecore_trm.pipeline import Options, Result, optimize

GOAL: Final = 1.3
FLOOR: Final = 0.98
INTERLEAVE: Final = Path(__file__).with_name("interleave.py")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One program: ratios of processor time (above 1 is faster), and what the rewriting did."""

    name: str
    milliseconds: float
    ratio: float
    lowest: float
    highest: float
    null: float
    kept: int
    size: float
    rules: tuple[str, ...]


class WrongResult(Exception):
    """A program that did not compute what is stored for it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 when every set measured meets the goals, 1 when one does not, 2 when a result is wrong."""
    options = _parser().parse_args(arguments)
    chosen = tuple(SETS) if options.set == "all" else (options.set,)
    asked_for = programs(tuple(options.only), sets=chosen)
    by_set: dict[str, list[Measurement]] = {name: [] for name in chosen}
    try:
        for program in _with_progress(asked_for):
            by_set[program.set].append(measure(program, options.chooser, options.rounds, options.processes))
    except WrongResult as wrong:
        print(wrong, file=sys.stderr)
        return 2
    summaries = {name: summarize(measured) for name, measured in by_set.items() if measured}
    for name, summary in summaries.items():
        _show(name, by_set[name], summary)
    if options.json:
        document = {"interpreter": platform.python_version(), "chooser": options.chooser, "rounds": options.rounds}
        document["sets"] = {
            name: {"summary": summary, "programs": [_record(name, one) for one in by_set[name]]}
            for name, summary in summaries.items()
        }
        options.json.write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    return 0 if all(one["geomean"] >= GOAL and one["lowest"] >= FLOOR for one in summaries.values()) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Time the benchmark programs before and after.")
    parser.add_argument("--set", choices=[*SETS, "all"], default="all", help="which programs (default: all)")
    parser.add_argument("--chooser", default="classic", help="who chooses the rewrites (default: classic)")
    parser.add_argument("--rounds", type=int, default=15, help="rounds in each process (default: 15)")
    parser.add_argument("--processes", type=int, default=3, help="fresh processes for each program (default: 3)")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="only this program; repeatable")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measurements here")
    return parser


def _with_progress(found: list[Program]) -> Iterable[Program]:
    if not sys.stderr.isatty():
        return found
    from rich.console import Console
    from rich.progress import track

    return track(found, description="timing", console=Console(stderr=True), transient=True)


def optimized(program: Program, chooser: str) -> Result:
    """Put one program through the pipeline."""
    return optimize(program.source, filename=str(program.path), options=Options(chooser=chooser))


def measure(program: Program, chooser: str, rounds: int, processes: int) -> Measurement:
    """Optimize, check and time one program. Raises WrongResult."""
    result = optimized(program, chooser)
    with tempfile.TemporaryDirectory() as folder:
        versions = _write_versions(Path(folder), program, result.optimized)
        runs = [_run(program.name, versions, rounds, seed) for seed in range(processes)]
    for run in runs:
        _check(program, run["results"])
    times = [run["times"] for run in runs]
    kept = [change.rule for function in result.receipt.functions for change in function.kept]
    faster = [_ratios(one, "optimized") for one in times]
    return Measurement(
        name=program.name,
        milliseconds=1000 * median(median(one["original"]) for one in times),
        ratio=median(map(median, faster)),
        lowest=min(map(median, faster)),
        highest=max(map(median, faster)),
        null=median(median(_ratios(one, "copy")) for one in times),
        kept=len(kept),
        size=len(result.optimized) / len(program.source),
        rules=tuple(kept),
    )


def _write_versions(folder: Path, program: Program, after: bytes) -> dict[str, str]:
    versions = {}
    for label, source in (("original", program.source), ("optimized", after), ("copy", program.source)):
        path = folder / label / program.path.name
        path.parent.mkdir()
        path.write_bytes(source)
        versions[label] = str(path)
    return versions


def _run(name: str, versions: dict[str, str], rounds: int, seed: int) -> dict[str, Any]:
    order = json.dumps({"name": name, "versions": versions, "rounds": rounds})
    done = subprocess.run(
        [sys.executable, str(INTERLEAVE)],
        input=order,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": str(seed)},
        check=False,
    )
    if done.returncode:
        raise WrongResult(f"{name}: {done.stderr.strip().splitlines()[-1]}")
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _check(program: Program, results: dict[str, list[str]]) -> None:
    expected = program.expected()
    for label, seen in results.items():
        if seen != [expected]:
            raise WrongResult(f"{program.name} ({label}): expected {expected}, got {' and '.join(seen)}")


def _ratios(times: dict[str, list[float]], label: str) -> list[float]:
    return [before / after for before, after in zip(times["original"], times[label], strict=True)]


def geomean(values: Sequence[float]) -> float:
    return math.exp(sum(map(math.log, values)) / len(values))


def bootstrap(values: Sequence[float], draws: int = 4000, confidence: float = 0.9) -> tuple[float, float]:
    """The confidence interval of the geometric mean over programs drawn with replacement."""
    chance = random.Random(0)
    means = sorted(geomean(chance.choices(values, k=len(values))) for _ in range(draws))
    tail = int(draws * (1 - confidence) / 2)
    return means[tail], means[-1 - tail]


def summarize(measured: list[Measurement]) -> dict[str, float]:
    ratios = [one.ratio for one in measured]
    low, high = bootstrap(ratios)
    return {
        "programs": len(measured),
        "geomean": geomean(ratios),
        "geomean_low": low,
        "geomean_high": high,
        "median": median(ratios),
        "lowest": min(ratios),
        "null_geomean": geomean([one.null for one in measured]),
        "null_lowest": min(one.null for one in measured),
        "null_highest": max(one.null for one in measured),
        "faster": sum(ratio > 1.03 for ratio in ratios),
    }


def _record(name: str, measured: Measurement) -> dict[str, Any]:
    """What is stored of a program; of a held-out one not which rules matched, so that none is tuned for it."""
    record = asdict(measured)
    if name == HELD_OUT:
        del record["rules"]
    return record


def _show(name: str, measured: list[Measurement], summary: dict[str, float]) -> None:
    rows = [
        [
            one.name,
            f"{one.milliseconds:.1f}",
            f"{one.ratio:.2f}",
            f"{one.lowest:.2f}-{one.highest:.2f}",
            f"{one.null:.3f}",
            str(one.kept),
            f"{one.size:.2f}",
        ]
        for one in measured
    ]
    show(
        f"Speed-up of ordinary programs, {name} set",
        ["program", "ms", "ratio", "min-max", "null", "kept", "size"],
        rows,
    )
    print(
        f"{name}: geomean {summary['geomean']:.2f} (90%: {summary['geomean_low']:.2f}-{summary['geomean_high']:.2f}), "
        f"lowest {summary['lowest']:.2f}, {summary['faster']} of {summary['programs']} faster; "
        f"null control {summary['null_lowest']:.3f}-{summary['null_highest']:.3f}"
    )


if __name__ == "__main__":
    sys.exit(main())
