"""
What it costs to be led by a model.

    python benchmarks/serving.py [--model FILE] [--modules 20] [--rounds 3] [--files 4] [--cold 5]

Processor time for each function of the standard library that has candidates and at most 128 ops: encoding it, and all
the steps of the model, the least of several rounds; then the time from the start of `noodle-trm optimize` on a
file of about 200 lines to its end, with nothing cached, the least of several runs, led by the model and by the
classic chooser. Without a model in a file, or a shipped one, weights are drawn: that costs the same.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from table import show

from noodlecore_trm.choosers import ChooserUnavailable, ClassicChooser
from noodlecore_trm.choosers.cost import cost
from noodlecore_trm.choosers.trm import OUTCOMES, model_path, outlook, single_threaded
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.options import Options
from noodlecore_trm.parse import parse_module
from noodlecore_trm.pipeline import selected_rules
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import RuleTable, find
from noodlecore_trm.translate import translate

with single_threaded():
    import numpy as np

    from noodlecore_trm.encoding import TooLarge, Verdicts, current_vocabulary, encode
    from noodlecore_trm.encoding.vocabulary import COLUMNS, OUTLOOK, RELATIONS, VERDICT
    from noodlecore_trm.serving import Architecture, Model, read_model, write_model

STDLIB: Final = Path(sysconfig.get_path("stdlib"))
MOST_OPS: Final = 128
GOAL_MODEL: Final = 25.0
GOAL_COLD: Final = 0.6
PERCENTILES: Final = (10, 50, 90, 99)


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of processor time for a function of so many ops and candidates."""

    ops: int
    actions: int
    encoding: float
    thinking: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 if both goals are met, else 1."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = options.model or _shipped() or drawn_model(Path(folder) / "drawn.safetensors")
        model = read_model(path)
        costs = list(function_costs(model, modules(options.modules), options.rounds))
        _report(model, path, costs)
        cold = [_cold(file, path, options.cold) for file in files_of_200_lines(options.files)]
    header = ("file", "lines", "trm: s", "of processors", "classic: s", "of processors")
    show("\nfrom the start of the program to its end", header, cold)
    slowest = max(float(row[2]) for row in cold)
    median = statistics.median(each.thinking for each in costs)
    print(f"\nmodel: median {median:.1f} ms, goal {GOAL_MODEL:g}; cold start: {slowest:.2f} s, goal {GOAL_COLD:g}")
    return 0 if median <= GOAL_MODEL and slowest <= GOAL_COLD else 1


def drawn_model(path: Path) -> Path:
    """A model of the size of the shipped one, whose weights are drawn, in a file."""
    vocabulary = current_vocabulary(tuple(load()))
    config: dict[str, Any] = {
        "variant": "trm", "hidden_size": 128, "H_cycles": 1, "L_cycles": 3, "H_layers": 0, "L_layers": 2,
        "expansion": 4.0, "inner_multiple": 32, "rms_norm_eps": 1e-5, "global_channel": True,
        "relations": len(RELATIONS), "columns": vocabulary.sizes, "masks": (COLUMNS.index("effects"),),
        "context": vocabulary.context_sizes, "rules": len(vocabulary.rules), "outcomes": len(OUTCOMES),
        "outlook": len(OUTLOOK), "verdict": len(VERDICT), "steps": 4,
    }  # fmt: skip
    draw = np.random.default_rng(0)
    shapes = Architecture.from_dict(config).shapes
    weights = {name: draw.normal(size=shape, scale=shape[-1] ** -0.5) for name, shape in shapes.items()}
    write_model(path, config, vocabulary, weights, {"about": "weights that are drawn"})
    return path


def function_costs(model: Model, paths: Sequence[Path], rounds: int) -> Iterator[Cost]:
    """What each function in some files costs; the first one is done twice, to warm up."""
    table = ClassicChooser().table
    rules = RuleTable([rule for rule in selected_rules(Options()) if rule.name in model.vocabulary.rule_numbers])
    warm = False
    for function in _functions(paths):
        candidates = find(function, rules).candidates
        if not candidates:
            continue
        whole = cost(function.body)
        actions = [outlook(each, table, whole) for each in candidates]
        try:
            sample = encode(function, actions, model.vocabulary, most=MOST_OPS)
        except TooLarge:
            continue
        nothing = Verdicts.none(len(actions))

        def think() -> None:
            thought = model.begin(sample)  # noqa: B023  (called at once)
            for _ in range(model.steps):
                thought.step(nothing)  # noqa: B023

        if not warm:
            _least(think, rounds)
            warm = True
        encoding = _least(lambda: encode(function, actions, model.vocabulary), rounds)  # noqa: B023
        yield Cost(len(sample.ops), len(actions), encoding, _least(think, rounds))


def _functions(paths: Sequence[Path]) -> Iterator[Function]:
    for path in paths:
        parsed = parse_module(path.read_bytes(), str(path))
        if parsed.tree is None:
            continue
        with deep_recursion():
            module = translate(parsed)
            facts = ModuleFacts(module)
            for op in module.functions:
                yield Function(facts, op)


def modules(most: int) -> list[Path]:
    """Modules of the standard library, spread over the alphabet."""
    every = sorted(STDLIB.glob("*.py"))
    return every[:: max(1, len(every) // most)]


def files_of_200_lines(most: int) -> list[Path]:
    """Modules of the standard library of about this length."""
    found = [path for path in sorted(STDLIB.glob("*.py")) if 180 <= path.read_bytes().count(b"\n") <= 220]
    return found[:: max(1, len(found) // most)][:most]


def _least(work: Callable[[], object], rounds: int) -> float:
    """Milliseconds of processor time, of all threads."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1e3 * min(times)


def _cold(file: Path, model: Path, runs: int) -> tuple[str, ...]:
    """A row about one file: the least time that passed, and of processors, by chooser; the choosers take turns."""
    environment = {**os.environ, "NOODLE_TRM_MODEL_PATH": str(model)}
    command = [sys.executable, "-m", "noodlecore_trm", "optimize", "--no-cache", "--quiet", str(file), "--chooser"]
    seconds: dict[str, list[tuple[float, float]]] = {"trm": [], "classic": []}
    for _ in range(runs):
        for chooser, times in seconds.items():
            start, before = time.perf_counter(), _processors()
            subprocess.run([*command, chooser], check=True, stdout=subprocess.DEVNULL, env=environment)
            times.append((time.perf_counter() - start, _processors() - before))
    numbers = [min(each) for times in seconds.values() for each in zip(*times, strict=True)]
    return file.name, str(file.read_bytes().count(b"\n")), *(f"{each:.2f}" for each in numbers)


def _processors() -> float:
    """Seconds of processors that programs started from here have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _report(model: Model, path: Path, costs: Sequence[Cost]) -> None:
    weights = sum(array.size for array in model.weights.values())
    title = f"{path.name}: {weights:,} weights in {path.stat().st_size:,} bytes; {len(costs)} functions with candidates"
    columns = {
        "ops": [each.ops for each in costs],
        "candidates": [each.actions for each in costs],
        "encoding ms": [each.encoding for each in costs],
        f"{model.steps} steps ms": [each.thinking for each in costs],
    }
    rows = [(name, *(f"{each:.1f}" for each in np.percentile(values, PERCENTILES))) for name, values in columns.items()]
    show(title, ("", *(f"{share}%" for share in PERCENTILES)), rows)


def _shipped() -> Path | None:
    try:
        return model_path()
    except ChooserUnavailable:
        return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="the file of a model")
    parser.add_argument("--modules", type=int, default=20, help="modules of the standard library")
    parser.add_argument("--rounds", type=int, default=3, help="times each function is done")
    parser.add_argument("--files", type=int, default=4, help="files that the program is started for")
    parser.add_argument("--cold", type=int, default=5, help="starts of the program for each file and chooser")
    return parser


if __name__ == "__main__":
    sys.exit(main())
