"""
How much faster the programs of `programs/` become, and whether they still compute the same.

    python benchmarks/speed.py [--set all] [--chooser classic] [--closed-world] [--rounds 15] [--only NAME]
        [--json FILE]

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
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from corpus import HELD_OUT, SETS, Program, programs
from race import COPY, ORIGINAL, DidNotRun, Race, WrongResult, race, summarize, with_progress
from table import show

from noodlecore_trm.options import Options
from noodlecore_trm.pipeline import Result, optimize

GOAL: Final = 1.3
FLOOR: Final = 0.98
OPTIMIZED: Final = "optimized"


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 when every set measured meets the goals, 1 when one does not, 2 when a result is wrong."""
    options = _parser().parse_args(arguments)
    chosen = tuple(SETS) if options.set == "all" else (options.set,)
    asked_for = programs(tuple(options.only), sets=chosen)
    how = Options(chooser=options.chooser, closed_world=options.closed_world)
    by_set: dict[str, list[Measurement]] = {name: [] for name in chosen}
    try:
        for program in with_progress(asked_for, "timing"):
            by_set[program.set].append(measure(program, how, options.rounds, options.processes))
    except (WrongResult, DidNotRun) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    summaries = {
        name: summarize([one.ratio for one in measured], [one.null for one in measured])
        for name, measured in by_set.items()
        if measured
    }
    for name, summary in summaries.items():
        _show(name, by_set[name], summary)
    if options.json:
        document = {
            "interpreter": platform.python_version(),
            "chooser": options.chooser,
            "closed_world": options.closed_world,
            "rounds": options.rounds,
        }
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
    parser.add_argument("--closed-world", action="store_true", help="allow what only a closed world allows (tier S2)")
    parser.add_argument("--rounds", type=int, default=15, help="rounds in each process (default: 15)")
    parser.add_argument("--processes", type=int, default=3, help="fresh processes for each program (default: 3)")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="only this program; repeatable")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measurements here")
    return parser


def optimized(program: Program, options: Options) -> Result:
    """Put one program through the pipeline."""
    return optimize(program.source, filename=str(program.path), options=options)


def measure(program: Program, how: Options, rounds: int, processes: int) -> Measurement:
    """Optimize, check and time one program. Raises WrongResult or DidNotRun."""
    result = optimized(program, how)
    with tempfile.TemporaryDirectory() as folder:
        versions = _write_versions(Path(folder), program, result.optimized)
        run = race("corpus", program.name, versions, rounds, processes)
    _check(program, run)
    kept = [change.rule for function in result.receipt.functions for change in function.kept]
    faster = run.ratio(OPTIMIZED)
    return Measurement(
        name=program.name,
        milliseconds=run.milliseconds,
        ratio=faster.median,
        lowest=faster.lowest,
        highest=faster.highest,
        null=run.ratio(COPY).median,
        kept=len(kept),
        size=len(result.optimized) / len(program.source),
        rules=tuple(kept),
    )


def _write_versions(folder: Path, program: Program, after: bytes) -> dict[str, Path]:
    versions = {}
    for label, source in ((ORIGINAL, program.source), (OPTIMIZED, after), (COPY, program.source)):
        versions[label] = folder / label
        versions[label].mkdir()
        (versions[label] / program.path.name).write_bytes(source)
    return versions


def _check(program: Program, run: Race) -> None:
    expected = program.expected()
    for label in (ORIGINAL, OPTIMIZED, COPY):
        for seen in run.seen(label):
            if list(seen) != [expected]:
                raise WrongResult(f"{program.name} ({label}): expected {expected}, got {' and '.join(seen)}")


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
