"""
Whether the same function is rewritten here or there, as its profile says.

    python benchmarks/profiles.py LABELS --model trm.safetensors [--model NAME=FILE ...]
                                  [--split development] [--versions 60] [--json FILE] [--plot FILE.png]

Looked at are functions that calls of their program enter with different profiles, and of those the ones for which the
best version within K rewrites, K = 1 or 2, is another for the one profile than for the other: by counted cost, each is
at least 1% worse for the other's calls. Every way of choosing plays them under both profiles, and where it can be told
of a profile it plays once with and once without. A share is the sum of the logarithms of the gains under both
profiles, over that of the best versions that were found; `right twice` is the number of functions for which it comes
within 1% of the best under either profile. Intervals are 95% of a bootstrap over functions, and those of differences
are paired. LABELS, as `noodle-trm label` writes them, are what the rule average is learned from.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import numpy as np
from choosers import Board, Gains, Pipeline, Shares, Way, alone, best_within, play, rule_average, served, static_cost
from rich.console import Console
from rich.progress import track
from rich.table import Table

from noodlecore_trm.emit import EmissionError
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.profile.record import SCHEMA
from noodlecore_trm.serving import read_model
from noodlecore_trm.teacher.corpus import read_programs, read_splits
from noodlecore_trm.teacher.cost import Uncounted
from noodlecore_trm.teacher.explore import Useless
from noodlecore_trm.teacher.labelling import Task, Unlabelled, tasks
from noodlecore_trm.teacher.labels import Labels, load_labels

REWRITES: Final = (1, 2)
MARGIN: Final = 0.01
_MOST_PROFILES: Final = 3
WITHOUT: Final = " without"


def regret(one: Board, other: Board, rewrites: int) -> float:
    """How much worse, as a logarithm, what is best for the one is for the other, whichever way that is less."""
    best, other_best = best_within(one.graph, rewrites), best_within(other.graph, rewrites)
    return min(
        math.log(one.price(other_best.text) / best.cost), math.log(other.price(best.text) / other_best.cost)
    )


def gains_of(board: Board, ways: Mapping[str, Way]) -> Gains:
    """What each way gains with the profile of a board, and without; of the best it is `oracle`."""
    found: Gains = defaultdict(dict)
    assert board.task.seen is not None
    blind = board.unprofiled()
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        digest = hashlib.sha256(alone(board.task)).hexdigest()
        seen = {"<subject>": {"sha256": digest, "functions": board.task.seen.functions}}
        json.dump({"schema": SCHEMA, "files": seen}, file)
        file.flush()
        for rewrites in REWRITES:
            for name, chooses in ways.items():
                if isinstance(chooses, Pipeline):
                    found[name][rewrites] = chooses(board, rewrites, file.name)
                    found[name + WITHOUT][rewrites] = chooses(board, rewrites)
                else:
                    found[name][rewrites] = play(board, chooses, rewrites)
                    found[name + WITHOUT][rewrites] = play(blind, chooses, rewrites)
            best = math.log(board.graph.root.cost / best_within(board.graph, rewrites).cost)
            found["oracle"][rewrites] = max(best, *(gains[rewrites] for gains in found.values() if rewrites in gains))
    return dict(found)


def results_of(profiled: Sequence[Task], ways: Mapping[str, Way]) -> dict[str, Any] | None:
    """
    For the two profiles of a function that differ most in what is best: the calls, by K what is lost by taking the best
    for the other, and the gains. None if they do not differ with any K.
    """
    boards = []
    with deep_recursion():
        for task in profiled[:_MOST_PROFILES]:
            try:
                boards.append(Board.of(task))
            except (Useless, Unlabelled, Uncounted, EmissionError):
                continue
        lost: dict[tuple[int, int], dict[int, float]] = {}
        for (first, one), (second, other) in combinations(enumerate(boards), 2):
            try:
                lost[first, second] = {rewrites: regret(one, other, rewrites) for rewrites in REWRITES}
            except Uncounted:
                continue
        chosen = max(lost, key=lambda pair: max(lost[pair].values()), default=None)
        if chosen is None or max(lost[chosen].values()) < MARGIN:
            return None
        pair = [boards[place] for place in chosen]
        try:
            gains = [gains_of(board, ways) for board in pair]
        except (Uncounted, EmissionError):
            return None
    return {"calls": [board.task.calls for board in pair], "lost": lost[chosen], "gains": gains}


def shares_of(results: Mapping[str, Mapping[str, Any]], rewrites: int) -> tuple[Shares, dict[str, int]]:
    """Gains over both profiles of the functions that differ with K rewrites, and how often each way is right twice."""
    chosen = [each["gains"] for each in results.values() if each["lost"][rewrites] >= MARGIN]
    ways = list(chosen[0][0]) if chosen else []
    gains = {way: np.array([[sum(each[way][rewrites] for each in pair)] for pair in chosen]) for way in ways}
    right = {
        way: sum(all(each["oracle"][rewrites] - each[way][rewrites] < MARGIN for each in pair) for pair in chosen)
        for way in ways
    }
    return Shares(gains, budgets=(rewrites,)), right


def report(results: Mapping[str, Mapping[str, Any]], looked_at: int, console: Console) -> None:
    console.print(f"{looked_at} functions with more than one profile; best is another for {len(results)} of them")
    for rewrites in REWRITES:
        number = sum(each["lost"][rewrites] >= MARGIN for each in results.values())
        if not number:
            console.print(f"K={rewrites}: none")
            continue
        shares, right = shares_of(results, rewrites)
        table = Table(title=f"K={rewrites}: {number} functions, each under two profiles", title_justify="left")
        for column in ("chooser", "share of the best", "right twice", "more than without the profile"):
            table.add_column(column, no_wrap=True)
        for way in shares.gains:
            told = f"{way}{WITHOUT}" in shares.gains
            more = str(shares.ahead(way, way + WITHOUT, (rewrites,))) if told else ""
            table.add_row(way, str(shares.area(way, (rewrites,))), f"{right[way]}/{number}", more)
        console.print(table)


def draw(results: Mapping[str, Mapping[str, Any]], path: Path) -> None:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, every = pyplot.subplots(1, len(REWRITES), figsize=(11, 5), layout="constrained", sharey=True)
    for axes, rewrites in zip(every, REWRITES, strict=True):
        if not any(each["lost"][rewrites] >= MARGIN for each in results.values()):
            continue
        shares, _ = shares_of(results, rewrites)
        ways = [way for way in shares.gains if way != "oracle"][::-1]
        found = [shares.area(way, (rewrites,)) for way in ways]
        spread = np.array([[max(0.0, each.value - each.low), max(0.0, each.high - each.value)] for each in found]).T
        colours = ["tab:grey" if way.endswith(WITHOUT) else "tab:blue" for way in ways]
        axes.barh(ways, [each.value for each in found], xerr=spread, color=colours)
        axes.set_xlabel("share of the best gains")
        axes.set_title(f"K={rewrites}: {len(shares.oracle)} functions, each under two profiles")
        axes.grid(alpha=0.3, axis="x")
    figure.savefig(path, dpi=150)


_ways: dict[str, Way] = {}


def _prepare(learned: Sequence[Labels], models: Mapping[str, Path]) -> None:
    _ways["classic"] = Pipeline("classic")
    _ways["rule average"] = rule_average(learned)
    _ways["static cost"] = static_cost()
    _ways.update((name, served(read_model(path))) for name, path in models.items())


def _one(profiled: Sequence[Task]) -> dict[str, Any] | None:
    return results_of(profiled, _ways)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, help="the folder that `noodle-trm label` has written")
    parser.add_argument("--programs", type=Path, default=Path(__file__).parent.parent / "ir_corpus" / "programs")
    parser.add_argument("--model", action="append", default=[], metavar="[NAME=]FILE")
    parser.add_argument("--split", default="development", choices=("train", "development", "held_out"))
    parser.add_argument("--versions", type=int, default=60, help="versions of a function that are looked at")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args(arguments)
    models = {name or "trm": Path(file) for name, _, file in (each.rpartition("=") for each in given.model)}

    splits = read_splits([given.programs])
    programs = [each for each in read_programs([given.programs]) if splits.get(each.family) == given.split]
    groups: dict[str, list[Task]] = defaultdict(list)
    for task in tasks(programs, given.versions, profiled=True):
        groups[task.identity].append(task)
    several = [group for group in groups.values() if len(group) > 1]
    console = Console(width=None if sys.stdout.isatty() else 160)
    results: dict[str, dict[str, Any]] = {}
    learned = [each for each in load_labels(given.labels)[0] if splits.get(each.family, "train") == "train"]
    with ProcessPoolExecutor(given.jobs, initializer=_prepare, initargs=(learned, models)) as pool:
        playing = track(pool.map(_one, several), "playing", len(several), console=console)
        for group, found in zip(several, playing, strict=True):
            if found is not None:
                results[f"{group[0].program.family}/{group[0].program.name}:{group[0].qualname}"] = found
    if given.json:
        given.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    report(results, len(several), console)
    if given.plot:
        draw(results, given.plot)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
