"""
What measuring live calls costs the programs of `programs/`.

    python benchmarks/run_overhead.py [--set development] [--share 0.01] [--seconds 0.5] [--rounds 5] [--only NAME]
        [--json FILE]

Each program is optimized once and run by `noodle-trm run` in fresh processes, in turn: without measuring, with it, and
once more without. What is compared is processor time of all threads from the first call of its `run` to the end of the
last one, `--seconds` of it. A ratio is time with over time without; that of the two runs without shows how far apart
equal things look. Startup is reported apart.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

from corpus import SETS, Program, Runnable, programs
from race import bootstrap, geomean, with_progress
from table import show

from noodlecore_trm.cli.commands.run import DEFAULT_SHARE, pure_functions
from noodlecore_trm.live.session import Optimized, Session
from noodlecore_trm.options import Options
from noodlecore_trm.pipeline import optimize

GOAL: Final = 1.02
_DRIVER: Final = """\
import importlib, sys, time
import timed_program as program
times = [time.process_time()]
for _ in range(int(sys.argv[2])):
    if hasattr(program, "run"):
        program.run()
    else:
        importlib.reload(program)
times.append(time.process_time())
with open(sys.argv[1], "w") as file:
    file.write(repr(times))
"""


def run_once(planted: Optimized, share: float, folder: Path, turns: int) -> tuple[float, float]:
    """Processor seconds of the program's work, and those before it."""
    output = folder / "times"
    module = str(folder / "timed_program.py")
    session = Session(lambda path, source: planted if path == module else None, share, lambda row: None)
    if code := session.run("script", str(folder / "driver.py"), [str(output), str(turns)]):
        raise RuntimeError(f"the program ended with exit code {code}")
    begin, end = json.loads(output.read_text())
    return end - begin, begin


def measure(program: Program, share: float, seconds: float, rounds: int) -> dict[str, Any]:
    """Times of all rounds, and the ratios."""
    optimized = optimize(program.source, filename=str(program.path), options=Options(chooser="classic")).optimized
    planted = Optimized(optimized, pure_functions(program.source, optimized))
    runnable = Runnable(optimized, str(program.path), program.name)
    start = time.thread_time()
    runnable.timed()
    turns = max(1, int(seconds / max(1e-4, time.thread_time() - start)))
    shares = {"without": 0.0, "with": share, "null": 0.0}
    times: dict[str, list[float]] = {name: [] for name in shares}
    starts: dict[str, list[float]] = {name: [] for name in shares}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "driver.py").write_text(_DRIVER)
        (folder / "timed_program.py").write_bytes(program.source)
        for turn in range(rounds):
            order = list(shares) if turn % 2 else list(shares)[::-1]
            for name in order:
                spent, before = run_once(planted, shares[name], folder, turns)
                times[name].append(spent)
                starts[name].append(before)
    ratios = {
        name: median(one / other for one, other in zip(times[name], times["without"], strict=True))
        for name in ("with", "null")
    }
    return {"name": program.name, "turns": turns, "times": times, "starts": starts, **ratios}


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 if measuring costs no more than the goal over all programs, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=[*SETS, "all"], default="development")
    parser.add_argument("--share", type=float, default=DEFAULT_SHARE, help="what `noodle-trm run --sample` takes")
    parser.add_argument("--seconds", type=float, default=0.5)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    sets = tuple(SETS) if options.set == "all" else (options.set,)
    os.environ.pop("PYTHONSTARTUP", None)
    found = [
        measure(program, options.share, options.seconds, options.rounds)
        for program in with_progress(programs(tuple(options.only), sets=sets), "timing")
    ]
    rows = [(each["name"], f"{each['with']:.3f}", f"{each['null']:.3f}") for each in found]
    show("time over time without measuring", ("program", "with", "null"), rows)
    document: dict[str, Any] = {"share": options.share, "programs": found}
    for name in ("with", "null"):
        ratios = [each[name] for each in found]
        low, high = bootstrap(ratios)
        document[name] = {"mean": geomean(ratios), "low": low, "high": high}
        print(f"{name:5} {geomean(ratios):.4f} (90%: {low:.4f} to {high:.4f})")
    starts = {name: median(value for each in found for value in each["starts"][name]) for name in ("without", "with")}
    print(f"startup {starts['without']:.3f} s without, {starts['with']:.3f} s with")
    if options.json:
        options.json.write_text(json.dumps(document, indent=1) + "\n")
    return 0 if document["with"]["mean"] <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
