"""
How much of what is in reach each way of choosing takes, with few rewrites allowed, on functions nobody has tuned for.

    python benchmarks/choosers.py LABELS --model trm.safetensors [--model flat=flat.safetensors ...]
                                  [--split held_out] [--versions 120] [--timed N] [--json FILE] [--plot FILE.png]

Every way plays every labelled function of the split with K rewrites allowed, one choice after the other; what it ends
with is priced as labels are. The best version within K rewrites that anything has found is the oracle's. A share is
the sum over the functions of the logarithms of the gains, over the oracle's; intervals are 95% of a bootstrap over
functions, and those of differences are paired.

With --timed, the versions that so many functions end with are also run, each in turn with the original and with the
original once more, which is the control: whether what is cheaper by the counts is quicker by the clock.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Any, Final
from unittest.mock import patch

import numpy as np
from label_times import APART, LEAST_WORK, ratios
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import lsqr

from noodlecore_trm.choosers.trm import APPLIED
from noodlecore_trm.emit import EmissionError
from noodlecore_trm.encoding import Sample, Verdicts
from noodlecore_trm.encoding.vocabulary import OUTLOOK, VERDICT
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.options import Options
from noodlecore_trm.pipeline import optimize
from noodlecore_trm.serving import Model, read_model
from noodlecore_trm.teacher.corpus import Program, read_programs, read_splits
from noodlecore_trm.teacher.cost import Uncounted
from noodlecore_trm.teacher.explore import Explorer, Graph, Node, Useless
from noodlecore_trm.teacher.labelling import Encoded, Task, Unlabelled, explorer_of, rule_table
from noodlecore_trm.teacher.labels import BUDGETS, Labels, load_labels
from noodlecore_trm.teacher.players import SCARCE, thoughts

UNLIMITED: Final = BUDGETS[-1]
DRAWS: Final = 5
RESAMPLED: Final = 2000


@dataclass
class Board:
    """One function, all of its versions that were found by anybody, and the choices in each of them."""

    task: Task
    explorer: Explorer
    graph: Graph
    notes: Encoded
    priced: dict[bytes, float] = field(default_factory=dict)

    @classmethod
    def of(cls, task: Task) -> Board:
        """Explore it as for labels. Raises Useless, Unlabelled and Uncounted."""
        notes = Encoded()
        explorer = explorer_of(task, notes)
        return cls(task, explorer, explorer.run(), notes)

    def unprofiled(self) -> Board:
        """The same function, priced by the same calls, by somebody who has not seen the profile."""
        notes = Encoded()
        source, name, versions = self.task.program.source, self.task.qualname, self.task.versions
        explorer = Explorer(source, name, self.price, rule_table(), versions=versions, notes=notes)
        return Board(self.task, explorer, explorer.run(), notes, self.priced)

    def choice(self, node: Node) -> Sample | None:
        """What may be chosen in a version, looking at it further if nobody has; None for nothing."""
        if node.edges is None:
            try:
                self.explorer.expand(self.graph, node)
            except Useless:
                return None
        sample = self.notes.samples[node.text]
        return sample if len(sample.actions) else None

    def after(self, node: Node, place: int) -> Node | None:
        assert node.edges is not None
        target = node.edges[place].target
        return None if target is None else self.graph.nodes[target]

    def price(self, text: bytes) -> float:
        """Of a version that came from elsewhere."""
        if text in self.graph.nodes:
            return self.graph.nodes[text].cost
        if text not in self.priced:
            self.priced[text] = self.explorer.price(text)
        return self.priced[text]


Chooses = Callable[[Board, Node, Sample, int], int | None]
"""A way of choosing: the place of an action, or None to stop, with so many rewrites left."""


def play(board: Board, chooses: Chooses, rewrites: int) -> float:
    """The logarithm of the gain that it ends with."""
    return math.log(board.graph.root.cost / _end(board, chooses, rewrites).cost)


def _end(board: Board, chooses: Chooses, rewrites: int) -> Node:
    node = board.graph.root
    for left in range(rewrites, 0, -1):
        sample = board.choice(node)
        place = None if sample is None else chooses(board, node, sample, left)
        following = None if place is None else board.after(node, place)
        if following is None:
            break
        node = following
    return node


# ways of choosing


def at_random(seed: int) -> Chooses:
    draw = random.Random(seed)
    return lambda board, node, sample, left: draw.randrange(len(sample.actions))


def best_first(score: Callable[[Board, Node, Sample, int], NDArray[np.floating[Any]]]) -> Chooses:
    """The action with the highest score, if it is above 0."""

    def chooses(board: Board, node: Node, sample: Sample, left: int) -> int | None:
        scores = score(board, node, sample, left)
        place = int(np.argmax(scores))
        return place if scores[place] > 0 else None

    return chooses


def rule_average(learned: Iterable[Labels]) -> Chooses:
    """By the mean of what each rule has brought at once, in functions that were learned from."""
    seen: dict[int, list[float]] = defaultdict(list)
    for labels in learned:
        for sample, worth in zip(labels.samples, labels.worth, strict=True):
            for (_, rule), gain in zip(sample.actions, worth[0], strict=True):
                if not math.isnan(gain):
                    seen[int(rule)].append(float(gain))
    means = np.zeros(max(seen, default=0) + 1000)
    for rule, gains in seen.items():
        means[rule] = np.mean(gains)
    return best_first(lambda board, node, sample, left: means[sample.actions[:, 1]])


def static_cost() -> Chooses:
    """By what each action does to the static cost, which is found by trying all of them."""

    def score(board: Board, node: Node, sample: Sample, left: int) -> NDArray[np.floating[Any]]:
        told = board.notes.verdicts[node.text]
        return np.where(told.outcomes == APPLIED, told.numbers[:, VERDICT.index("change")], -1.0)

    return best_first(score)


def measured_gain() -> Chooses:
    """By the gain that the table of the classic chooser expects."""
    return best_first(lambda board, node, sample, left: sample.outlook[:, OUTLOOK.index("gain")])


class TwoHops:
    """
    A linear model of the worth of an action: its rule, crossed with all that is known of its op, of what is next to
    that and of what is next to those, and with the rewrites left; by least squares, each function counting the same.
    """

    SIZE: Final = 1 << 16

    def __init__(self, learned: Sequence[Labels]) -> None:
        rows: list[NDArray[np.int64]] = []
        wanted: list[float] = []
        weights: list[float] = []
        for labels in learned:
            begin = len(wanted)
            for sample, worth in zip(labels.samples, labels.worth, strict=True):
                for place, features in enumerate(self._features(sample)):
                    for budget, gains in zip(BUDGETS, worth, strict=True):
                        if not math.isnan(gains[place]):
                            rows.append(self._with_budget(features, budget))
                            wanted.append(max(-1.0, min(2.0, float(gains[place]))))
            weights += [1.0 / math.sqrt(max(1, len(wanted) - begin))] * (len(wanted) - begin)
        scale = np.array(weights)
        starts = np.cumsum([0, *map(len, rows)])
        values = np.repeat(scale, np.diff(starts))
        matrix = csr_matrix((values, np.concatenate(rows), starts), shape=(len(rows), self.SIZE))
        self.weights = lsqr(matrix, np.array(wanted) * scale, damp=0.1, iter_lim=100)[0]

    def __call__(self, board: Board, node: Node, sample: Sample, left: int) -> NDArray[np.floating[Any]]:
        features = self._features(sample)
        return np.array([self.weights[self._with_budget(each, left)].sum() for each in features])

    def _with_budget(self, features: Sequence[tuple[Any, ...]], budget: int) -> NDArray[np.int64]:
        both = [*features, *((*each, min(budget, UNLIMITED)) for each in features[:2])]
        return np.array([zlib.crc32(repr(each).encode()) % self.SIZE for each in both], np.int64)

    def _features(self, sample: Sample) -> list[list[tuple[Any, ...]]]:
        """Names of what is true of each action."""
        heard: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for relation, teller, hearer in sample.edges.tolist():
            heard[hearer].append((relation, teller))
        ops = sample.ops.tolist()
        every = []
        for (row, rule), numbers in zip(sample.actions.tolist(), sample.outlook.tolist(), strict=True):
            near = heard[row]
            far = {(first, second, ops[other][0]) for first, one in near for second, other in heard[one]}
            every.append(
                [
                    ("rule", rule),
                    ("outlook", rule, *(round(4 * number) for number in numbers)),
                    *(("own", rule, column, value) for column, value in enumerate(ops[row])),
                    *{("near", rule, relation, *ops[other][:3]) for relation, other in near},
                    *(("far", rule, *each) for each in far),
                ]
            )
        return every


def served(model: Model, *, ahead: bool = True) -> Chooses:
    """By a model, looking ahead where few rewrites are left, or not."""

    def score(board: Board, node: Node, sample: Sample, left: int) -> NDArray[np.floating[Any]]:
        def after(place: int) -> Sample | None:
            following = board.after(node, place)
            if following is None:
                return None
            board.choice(following)
            return board.notes.samples.get(following.text)

        return thoughts(model, sample, left, after if ahead else None)

    return best_first(score)


def told(model: Model) -> Chooses:
    """By a model that thinks for as many steps as it was trained for, told after each what its favourites do."""
    return best_first(lambda board, node, sample, left: tell(model, sample, left, board.notes.verdicts[node.text]))


def tell(model: Model, sample: Sample, left: int, known: Verdicts) -> NDArray[np.floating[Any]]:
    """The scores of a model that is told `known` of its favourite after each of its steps, [c]."""
    verdicts = Verdicts.none(len(sample.actions))
    thought = model.begin(sample.with_remaining(None if left >= UNLIMITED else left))
    scores = np.asarray(thought.step(verdicts).actions)
    for _ in range(1, model.steps):
        untried = np.flatnonzero(verdicts.outcomes == 0)
        if len(untried):
            place = untried[np.argmax(scores[untried])]
            for now, then in zip(vars(verdicts).values(), vars(known).values(), strict=True):
                now[place] = then[place]
        scores = np.asarray(thought.step(verdicts).actions)
    return scores


@dataclass(frozen=True)
class Pipeline:
    """
    What `optimize` makes of a function with a chooser, cut off after so many rewrites, all others switched off: with
    the model in a file, if one is given.
    """

    chooser: str
    model: Path | None = None

    def __call__(self, board: Board, rewrites: int, profile: str | None = None) -> float:
        return math.log(board.graph.root.cost / board.price(self.text(board, rewrites, profile)))

    def text(self, board: Board, rewrites: int, profile: str | None = None) -> bytes:
        limit = None if rewrites == UNLIMITED else rewrites
        options = Options(chooser=self.chooser, max_rewrites=limit, profile=profile)
        with patch.dict(os.environ, {} if self.model is None else {"NOODLE_TRM_MODEL_PATH": str(self.model)}):
            return _bare(optimize(alone(board.task), options=options).optimized)


_OFF: Final = b"  # noodle: off"


def alone(task: Task) -> bytes:
    """The program of a task with all other functions switched off."""
    import ast

    lines = task.program.source.splitlines()
    tree = ast.parse(task.program.source)

    def walk(body: Sequence[ast.stmt], around: str) -> None:
        for each in body:
            if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
                name = f"{around}{each.name}"
                if name != task.qualname and not task.qualname.startswith(f"{name}."):
                    lines[each.lineno - 1] += _OFF
                walk(each.body, f"{name}.<locals>.")
            elif isinstance(each, ast.ClassDef):
                walk(each.body, f"{around}{each.name}.")
            elif each.end_lineno is not None and "<locals>" not in around:
                lines[each.end_lineno - 1] += _OFF

    walk(tree.body, "")
    return b"\n".join(lines) + b"\n"


def _bare(text: bytes) -> bytes:
    return text.replace(_OFF, b"")


# all of them, over all functions


Way = Chooses | Pipeline
CLOCKED: Final = ("optimize, led by trm", "rule average", "classic, cut off")
"""What is timed besides the models."""
ROUNDS: Final = 11
SECONDS: Final = 0.001
"""The least time of one round of one call."""
Gains = dict[str, dict[int, float]]
"""Logarithms of gains, by way and K."""


def results_of(
    task: Task, ways: Mapping[str, Way], rounds: int = 0, names: Iterable[str] = CLOCKED
) -> tuple[Gains, Gains] | None:
    """
    What each way gains, and the oracle, as `oracle`; and what those named gain by the clock, if that is to be timed in
    so many rounds, the control being `control`.
    """
    try:
        with deep_recursion():
            board = Board.of(task)
            if not board.graph.root.edges:
                return None
            found: Gains = {}
            for name, way in ways.items():
                found[name] = {
                    rewrites: way(board, rewrites) if isinstance(way, Pipeline) else play(board, way, rewrites)
                    for rewrites in BUDGETS
                }
            best = {rewrites: math.log(board.graph.gain(rewrites)) for rewrites in BUDGETS}
            timed = clocked(board, {name: ways[name] for name in names if name in ways}, rounds) if rounds else {}
    except (Useless, Unlabelled, Uncounted, EmissionError):
        return None
    highest = 0.0
    for rewrites in BUDGETS:
        highest = max(highest, best[rewrites], *(gains[rewrites] for gains in found.values()))
        best[rewrites] = highest
    return {**found, "oracle": best}, timed


def best_within(graph: Graph, rewrites: int) -> Node:
    """The cheapest version that was found within so many rewrites."""
    level, found = [graph.root], graph.root
    for _ in range(rewrites):
        targets = {edge.target: None for node in level for edge in node.edges or () if edge.target is not None}
        level = [graph.nodes[target] for target in targets]
        found = min((found, *level), key=lambda node: node.cost)
    return found


class Untimed(Exception):
    """A version cannot be timed."""


def clocked(board: Board, ways: Mapping[str, Way], rounds: int) -> Gains:
    """
    What each way gains by the clock, and the oracle; empty if the calls are too short, or cannot be timed.
    """
    program, root = board.task.program, board.graph.root
    if root.cost < LEAST_WORK:
        return {}
    known: dict[bytes, float] = {}
    controls: list[float] = []

    def gain(text: bytes) -> float:
        if text not in known:
            timed = ratios(program, text, rounds, SECONDS)
            if timed is None:
                raise Untimed
            known[text] = timed[0]
            controls.append(timed[1])
        return known[text]

    found: Gains = {name: {} for name in (*ways, "oracle")}
    try:
        for rewrites in SCARCE:
            for name in found:
                if name == "oracle":
                    text = best_within(board.graph, rewrites).text
                else:
                    way = ways[name]
                    text = way.text(board, rewrites) if isinstance(way, Pipeline) else _end(board, way, rewrites).text
                found[name][rewrites] = 0.0 if text == root.text else gain(text)
    except Untimed:
        return {}
    return {**found, "control": dict(enumerate(controls))}


@dataclass(frozen=True)
class Interval:
    """An estimate and the bounds of its 95% interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


class Shares:
    """Gains [functions, ways, K] and what is drawn from them."""

    def __init__(
        self, gains: Mapping[str, NDArray[np.floating[Any]]], seed: int = 0, budgets: Sequence[int] = BUDGETS
    ) -> None:
        self.gains = gains
        self.budgets = tuple(budgets)
        self.oracle = gains["oracle"]
        draw = np.random.default_rng(seed)
        self.drawn = draw.integers(0, len(self.oracle), (RESAMPLED, len(self.oracle)))

    def area(self, way: str, budgets: Sequence[int] = SCARCE) -> Interval:
        """The share of the oracle's gains with these numbers of rewrites allowed."""
        taken, best = self._sums(way, budgets), self._sums("oracle", budgets)
        drawn = taken[self.drawn].sum(1) / best[self.drawn].sum(1)
        return Interval(taken.sum() / best.sum(), *np.quantile(drawn, (0.025, 0.975)))

    def ahead(self, way: str, other: str, budgets: Sequence[int] = SCARCE) -> Interval:
        """By how much the share of one is larger than that of another, function by function."""
        more, best = self._sums(way, budgets) - self._sums(other, budgets), self._sums("oracle", budgets)
        drawn = more[self.drawn].sum(1) / best[self.drawn].sum(1)
        return Interval(more.sum() / best.sum(), *np.quantile(drawn, (0.025, 0.975)))

    def speedup(self, way: str, rewrites: int) -> float:
        """The geometric mean over the functions."""
        return math.exp(float(self.gains[way][:, self.budgets.index(rewrites)].mean()))

    def _sums(self, way: str, budgets: Sequence[int]) -> NDArray[np.floating[Any]]:
        columns = [self.budgets.index(each) for each in budgets]
        return np.asarray(self.gains[way][:, columns].sum(1))


def report(shares: Shares, leader: str, console: Console) -> None:
    table = Table(
        title=f"{len(shares.oracle)} functions: speed-up with K rewrites, share of the oracle's gains, K = 1..4"
    )
    table.add_column("chooser")
    for rewrites in BUDGETS:
        table.add_column("no limit" if rewrites == UNLIMITED else f"K={rewrites}", justify="right")
    table.add_column("share")
    table.add_column(f"{leader} ahead by")
    for way in shares.gains:
        ahead = "" if way in (leader, "oracle") else str(shares.ahead(leader, way))
        table.add_row(way, *(f"{shares.speedup(way, each):.3f}" for each in BUDGETS), str(shares.area(way)), ahead)
    console.print(table)


def report_clock(results: Mapping[str, Gains], clock: Mapping[str, Gains], console: Console) -> None:
    """The speed-ups of the functions that were timed, by price and by the clock."""
    controls = [abs(each) for timed in clock.values() for each in timed["control"].values()]
    off = f"{sum(each > APART for each in controls)} of {len(controls)}" if controls else "none"
    table = Table(title=f"{len(clock)} functions by price / by the clock; controls more than {APART:.0%} off: {off}")
    table.add_column("chooser")
    for rewrites in SCARCE:
        table.add_column(f"K={rewrites}", justify="right")
    table.add_column("slower", justify="right")
    for way in (each for each in next(iter(clock.values())) if each != "control"):
        cells = []
        for rewrites in SCARCE:
            priced = [results[name][way][rewrites] for name in clock]
            timed = [gains[way][rewrites] for gains in clock.values()]
            cells.append(f"{math.exp(fmean(priced)):.3f} / {math.exp(fmean(timed)):.3f}")
        slower = sum(gain < -APART for gains in clock.values() for gain in gains[way].values())
        table.add_row(way, *cells, str(slower))
    console.print(table)


def draw(shares: Shares, path: Path) -> None:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5), layout="constrained")
    places = range(len(BUDGETS))
    for number, way in enumerate(shares.gains):
        line = {"color": "black" if way == "oracle" else f"C{number}", "linestyle": "--" if number > 9 else "-"}
        axes.plot(places, [shares.speedup(way, each) for each in BUDGETS], marker="o", label=way, **line)
    axes.set_xticks(places, [*(str(each) for each in BUDGETS[:-1]), "no limit"])
    axes.set_xlabel("rewrites allowed")
    axes.set_ylabel("speed-up (geometric mean)")
    axes.set_title(f"{len(shares.oracle)} functions that nothing was learned from")
    axes.grid(alpha=0.3)
    figure.legend(loc="outside right center")
    figure.savefig(path, dpi=150)


def ways_of(learned: Sequence[Labels], models: Mapping[str, Path]) -> dict[str, Way]:
    ways: dict[str, Way] = {f"random {seed}": at_random(seed) for seed in range(DRAWS)}
    ways["rule average"] = rule_average(learned)
    ways["measured gain"] = measured_gain()
    ways["static cost"] = static_cost()
    ways["2-hop linear"] = best_first(TwoHops(learned))
    ways["classic, cut off"] = Pipeline("classic")
    for name, path in models.items():
        model = read_model(path)
        if name == "trm":
            ways["trm, first thoughts"] = served(model, ahead=False)
            ways["trm, told verdicts"] = told(model)
            ways["optimize, led by trm"] = Pipeline("trm", path)
        ways[name] = served(model)
    return ways


_ways: dict[str, Way] = {}
_clocked: list[str] = []


def _prepare(learned: Sequence[Labels], models: Mapping[str, Path]) -> None:
    _ways.update(ways_of(learned, models))
    _clocked.extend((*CLOCKED, *models))


def _one(task: Task, rounds: int) -> tuple[Gains, Gains] | None:
    return results_of(task, _ways, rounds, _clocked)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, help="the folder that `noodle-trm label` has written")
    parser.add_argument("--programs", type=Path, default=Path(__file__).parent.parent / "ir_corpus" / "programs")
    parser.add_argument("--model", action="append", default=[], metavar="[NAME=]FILE")
    parser.add_argument("--split", default="held_out", choices=("development", "held_out"))
    parser.add_argument("--versions", type=int, default=120, help="versions of a function that the oracle looks at")
    parser.add_argument("--timed", type=int, default=0, metavar="N", help="functions that are timed as well")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args(arguments)
    models = {name or "trm": Path(file) for name, _, file in (f"={each}".rpartition("=") for each in given.model)}
    models = {name.lstrip("="): path for name, path in models.items()}

    splits = read_splits([given.programs])
    labels, _ = load_labels(given.labels)
    programs: dict[tuple[str, str], Program] = {
        (each.family, each.name): each for each in read_programs([given.programs])
    }
    learned = [each for each in labels if splits.get(each.family, "train") == "train"]
    tasks = [
        Task(programs[each.family, each.program], each.qualname, each.identity, given.versions)
        for each in labels
        if splits.get(each.family) == given.split and (each.family, each.program) in programs
    ]
    console = Console(width=None if sys.stdout.isatty() else 160)
    results: dict[str, Gains] = {}
    clock: dict[str, Gains] = {}
    timed_places = {number * len(tasks) // given.timed for number in range(given.timed)}
    rounds = [ROUNDS if place in timed_places else 0 for place in range(len(tasks))]
    with ProcessPoolExecutor(given.jobs, initializer=_prepare, initargs=(learned, models)) as pool:
        played = pool.map(_one, tasks, rounds)
        for task, found in zip(tasks, track(played, "playing", len(tasks), console=console), strict=True):
            if found is not None:
                name = f"{task.program.family}/{task.program.name}:{task.qualname}"
                results[name], timed = found
                if timed:
                    clock[name] = timed
    if given.json:
        given.json.write_text(json.dumps({"priced": results, "timed": clock}, indent=1) + "\n", "utf-8")
    shares = Shares(_gains(results))
    report(shares, "trm" if "trm" in shares.gains else "classic, cut off", console)
    if clock:
        report_clock(results, clock, console)
    if given.plot:
        draw(shares, given.plot)
    return 0


def _gains(results: Mapping[str, Mapping[str, Mapping[int, float]]]) -> dict[str, NDArray[np.floating[Any]]]:
    """Gains [functions, K] of each way, the random ones as their mean."""
    first = next(iter(results.values()))
    every = {way: np.array([[each[way][k] for k in BUDGETS] for each in results.values()]) for way in first}
    drawn = [every.pop(way) for way in list(every) if way.startswith("random ")]
    return {"random": np.mean(drawn, axis=0), **every}


if __name__ == "__main__":
    raise SystemExit(main())
