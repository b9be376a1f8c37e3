"""
Lines a second through the road with no chooser, and what importing the package costs.

    python benchmarks/throughput.py [--whole] [--sample N] [--json FILE]

Every file goes through parse, translate, verify, overlays (all of them, of every function),
candidates (all rules at every op), rewrite (the first candidate of the file) and emit.
Times are processor time of this process, so what else the machine does hardly matters.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any, Final, TypeVar

from corpus import library, library_files, sample
from table import show

from noodlecore_trm.emit import EmissionError, emit
from noodlecore_trm.garbage import collection_rare
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.op import Module
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.ir.rewriter import RewriteError, Rewriter
from noodlecore_trm.ir.verify import verify
from noodlecore_trm.parse import parse_module
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import Candidate, RuleTable, apply, find
from noodlecore_trm.translate import translate

T = TypeVar("T")
STAGES: Final = ("parse", "translate", "verify", "overlays", "candidates", "rewrite", "emit")
OVERLAYS: Final = tuple(name for name, value in vars(Function).items() if isinstance(value, cached_property))
LINES_PER_SECOND: Final = 25_000
IMPORT_MILLISECONDS: Final = 30.0
MEASURE_IMPORT: Final = (
    "import sys, time; before = set(sys.modules); start = time.process_time(); import noodlecore_trm; "
    "print(time.process_time() - start, *sorted(set(sys.modules) - before))"
)


@dataclass(slots=True)
class Tally:
    """Sums over files: lines, functions, candidates and the seconds of each stage."""

    files: int = 0
    lines: int = 0
    functions: int = 0
    candidates: int = 0
    refusals: int = 0
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    slowest: list[tuple[float, str]] = field(default_factory=list)

    def timed(self, stage: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        try:
            return work()
        finally:
            self.seconds[stage] += time.process_time() - start

    @property
    def total(self) -> float:
        return sum(self.seconds.values())


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 when the goals are met, 1 when they are not."""
    options = _parser().parse_args(arguments)
    table = RuleTable(load().values())
    tally = Tally()
    with deep_recursion(), collection_rare():  # as in `optimize`
        for path in sample(library_files(tests=options.whole), options.sample):
            travel(library() / path, table, tally)
    milliseconds, foreign = import_cost(options.imports)
    _show(tally, milliseconds, foreign)
    if options.json:
        options.json.write_text(json.dumps(_document(tally, milliseconds, foreign), indent=1) + "\n", "utf-8")
    fast = tally.lines >= LINES_PER_SECOND * tally.total
    return 0 if fast and milliseconds < IMPORT_MILLISECONDS and not foreign else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the throughput of the road on the standard library.")
    parser.add_argument("--whole", action="store_true", help="with the library's own tests")
    parser.add_argument("--sample", type=int, metavar="N", help="only N files, evenly spread")
    parser.add_argument("--imports", type=int, default=15, metavar="N", help="processes that import it (default: 15)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measurements here")
    return parser


def travel(path: Path, table: RuleTable, tally: Tally) -> None:
    """One file down the whole road; files that do not parse are left out."""
    source = path.read_bytes()
    before = tally.total
    parsed = tally.timed("parse", lambda: parse_module(source, str(path)))
    if parsed.tree is None:
        return
    module = tally.timed("translate", lambda: translate(parsed))
    tally.timed("verify", lambda: verify(module))
    functions = tally.timed("overlays", lambda: _overlays(module))
    candidates = tally.timed("candidates", lambda: _candidates(functions, table, tally))
    tally.timed("rewrite", lambda: _rewrite(module, candidates))
    tally.timed("emit", lambda: _emit(module))
    tally.files += 1
    tally.lines += source.count(b"\n")
    tally.functions += len(functions)
    tally.slowest.append((tally.total - before, str(path.relative_to(library()))))


def _overlays(module: Module) -> list[Function]:
    facts = ModuleFacts(module)
    functions = [Function(facts, op) for op in (*module.functions, None)]
    for function in functions:
        for name in OVERLAYS:
            getattr(function, name)
    return functions


def _candidates(functions: list[Function], table: RuleTable, tally: Tally) -> list[Candidate]:
    candidates: list[Candidate] = []
    for function in functions:
        findings = find(function, table)
        tally.candidates += len(findings.candidates)
        tally.refusals += len(findings.refusals)
        candidates.extend(findings.candidates)
    return candidates


def _rewrite(module: Module, candidates: list[Candidate]) -> None:
    if candidates:
        with suppress(RewriteError):
            apply(Rewriter(module), candidates[0])


def _emit(module: Module) -> bytes:
    try:
        return emit(module)
    except EmissionError:
        return module.source  # what the road does as well: the text stays


def import_cost(processes: int) -> tuple[float, list[str]]:
    """Milliseconds of `import noodlecore_trm` in a bare interpreter, and what is not standard library."""
    seconds = []
    loaded: set[str] = set()
    for _ in range(processes):
        done = subprocess.run([sys.executable, "-c", MEASURE_IMPORT], capture_output=True, text=True, check=True)
        spent, *names = done.stdout.split()
        seconds.append(float(spent))
        loaded.update(name.partition(".")[0] for name in names)
    return 1000 * median(seconds), sorted(loaded - sys.stdlib_module_names - {"noodlecore_trm"})


def _document(tally: Tally, milliseconds: float, foreign: list[str]) -> dict[str, Any]:
    return {
        "interpreter": platform.python_version(),
        "files": tally.files,
        "lines": tally.lines,
        "functions": tally.functions,
        "candidates": tally.candidates,
        "refusals": tally.refusals,
        "seconds": tally.seconds,
        "lines_per_second": tally.lines / max(tally.total, 1e-9),
        "import_milliseconds": milliseconds,
        "imports_beyond_the_standard_library": foreign,
    }


def _show(tally: Tally, milliseconds: float, foreign: list[str]) -> None:
    total = max(tally.total, 1e-9)
    rows = [
        [stage, f"{seconds:.2f}", f"{seconds / total:.0%}", f"{tally.lines / max(seconds, 1e-9):,.0f}"]
        for stage, seconds in [*tally.seconds.items(), ("total", total)]
    ]
    show("Throughput on the standard library", ["stage", "seconds", "share", "lines/s"], rows)
    slowest = ", ".join(f"{path} {seconds:.2f} s" for seconds, path in sorted(tally.slowest, reverse=True)[:5])
    print(
        f"{tally.files} files, {tally.lines:,} lines, {tally.functions:,} functions, "
        f"{tally.candidates:,} candidates, {tally.refusals:,} refusals\nslowest: {slowest}\n"
        f"import noodlecore_trm: {milliseconds:.1f} ms, beyond the standard library: {', '.join(foreign) or 'nothing'}"
    )


if __name__ == "__main__":
    sys.exit(main())
