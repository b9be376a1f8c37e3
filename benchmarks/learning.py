"""
How much a model learns from use, and how soon.

    python benchmarks/learning.py LABELS [--corpus DIR] [--shifted LABELS] [--seeds 5] [--small]
                                  [--set KEY=VALUE ...] [--json FILE] [--plot FILE.png]

A model is trained on half of the families for training. Then there are rounds: the active model chooses in functions
of the other half, which it had not seen, with some chance for other actions; what its plans come to, with the noise of
a measurement, goes as rows into a store of feedback; a model is trained on from all rows, and becomes active if the
gate lets it, which judges by the families for development. After each round the share of the best gains is taken on the
held-out families, which nothing else has seen. Beside it stand a model that never learns, and one that is trained on as
long without feedback. In the end, a round is poisoned: its rows say the contrary of what was measured. Seeds that are
in FILE already, by the same plan, are not run again.

With --shifted, labels of the same programs on another interpreter (`noodle-trm label --weights FILE`), the model is
trained on LABELS, but everything after that happens on the other ones: how many rows does it take until it has 90% of
what training on those gives? Parts of the first round's rows are learned from as well then. --draw-weights FILE writes
the weights of an interpreter that there is not: each of this one's times a number whose logarithm is drawn from a
normal distribution.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray

from noodlecore_trm.choosers.drawn import chances
from noodlecore_trm.encoding import Vocabulary
from noodlecore_trm.encoding.taken import pack_taken
from noodlecore_trm.feedback import FeedbackStore, MeasuredChange
from noodlecore_trm.registry import Registry
from noodlecore_trm.registry.gate import Judgement, Programs, judge
from noodlecore_trm.registry.versions import Version
from noodlecore_trm.serving import Model, read_model, write_model
from noodlecore_trm.teacher.corpus import read_splits
from noodlecore_trm.teacher.cost import shipped_weights
from noodlecore_trm.teacher.labels import BUDGETS, Labels, load_labels
from noodlecore_trm.teacher.players import SCARCE, by_model, by_program, scores_of_turn
from noodlecore_trm.teacher.plays import Turn, in_reach, play_out
from noodlecore_trm.training.config import Settings, override
from noodlecore_trm.training.corpus import Corpus
from noodlecore_trm.training.feedback import Beginning, FeedbackRun, choices_of
from noodlecore_trm.training.group import Group
from noodlecore_trm.training.run import Run

NOISE: Final = 0.02
"""Standard error of the logarithm of a measured ratio."""
BOUNDS: Final = 2.576
RECOVERED: Final = 0.9
FIRST_PARTS: Final = (8, 4, 2)
"""With --shifted, one in so many of the first round's rows is learned from as well, to see how few are enough."""


@dataclass(frozen=True)
class Plan:
    """
    How large an experiment is: the most functions to begin with or to use, and to judge by or untouched (0 for all);
    rounds, and how often each function is used in a round with each number of rewrites; batches of the first training
    and of each one after it.
    """

    functions: int
    judged: int
    rounds: int
    times: int
    batches: int
    again: int
    settings: Settings


USUAL: Final = Plan(0, 0, 4, 2, 1500, 1200, Settings(
    hidden_size=32, L_cycles=1, steps=1, least_steps=1, most_steps=1, batch=24, rate=2e-3, warmup=60, average=0.99,
    dropout=0.1, weight_decay=0.3, threads=1, keep="last", evaluate_every=10**9, save_every=10**9, log_every=100,
    development=1, stored="float32", replay=0.1,
))  # fmt: skip
SMALL: Final = Plan(
    40, 40, 2, 1, 120, 80, replace(USUAL.settings, steps=2, least_steps=2, most_steps=2, batch=16)
)


@dataclass(frozen=True, eq=False)
class Parts:
    """
    Functions to begin with, to use, to judge by, and untouched ones; `begin_after` are those to begin with, as they are
    on the interpreter that everything but the beginning happens on.
    """

    begin: list[Labels]
    begin_after: list[Labels]
    use: list[Labels]
    judge: list[Labels]
    untouched: list[Labels]
    vocabulary: Vocabulary
    shifted: bool


def changed(plan: Plan, assignments: Sequence[str]) -> Plan:
    """A plan with other numbers, or other settings, in their place."""
    own = {each.name for each in fields(Plan)} - {"settings"}
    numbers, others = {}, []
    for assignment in assignments:
        key, _, value = assignment.partition("=")
        if key in own:
            numbers[key] = int(value)
        else:
            others.append(assignment)
    return replace(plan, **numbers, settings=override(plan.settings, others))


def parts_of(plan: Plan, folder: str, shifted: str | None, corpus: str | None, seed: int) -> Parts:
    """Split the families for training in two, by the seed, and take at most so many functions of each part."""
    before, vocabulary = load_labels(folder)
    after, other = load_labels(shifted) if shifted else (before, vocabulary)
    if other != vocabulary:
        raise SystemExit(f"{shifted}: labels of other rules than {folder}")
    splits = read_splits([corpus or folder])
    draw = np.random.default_rng((seed, 1))
    families = sorted({each.family for each in before if splits[each.family] == "train"})
    half = set(draw.permutation(families)[: len(families) // 2].tolist())

    def some(labels: Sequence[Labels], split: str, chosen: set[str] | None = None) -> list[Labels]:
        most = plan.functions if split == "train" else plan.judged
        found = [each for each in labels if splits[each.family] == split and len(each.samples[0].actions)]
        found = [each for each in found if chosen is None or each.family in chosen]
        order = np.random.default_rng((seed, 2)).permutation(len(found))[: most or len(found)]
        return [found[place] for place in order]

    rest = set(families) - half
    return Parts(
        some(before, "train", half), some(after, "train", half), some(after, "train", rest),
        some(after, "development"), some(after, "held_out"), vocabulary, shifted is not None,
    )  # fmt: skip


# playing


def share(model: Model, functions: Sequence[Labels]) -> float:
    """The part of the best gains that plays come to."""
    ends, best = play_out(functions, SCARCE, by_model(model)), in_reach(functions, SCARCE)
    return float(ends.sum() / best.sum())


@dataclass(frozen=True)
class Step:
    """A rewrite in a play: the version it was done in, the action, how likely it was, and the rewrites left."""

    version: int
    place: int
    likely: float
    left: int


class User:
    """Plays with rewrites that are drawn by what a model thinks of them. `steps` are those of the last plays."""

    def __init__(self, model: Model, draw: np.random.Generator) -> None:
        self.steps: dict[int, list[Step]] = {}
        self._model, self._draw = model, draw
        self._thought: dict[tuple[int, int, int], NDArray[np.floating]] = {}

    def play(self, functions: Sequence[Labels], budget: int) -> NDArray[np.float64]:
        """The logarithms of the speed-ups that plays end with, [functions]."""
        self.steps = {id(each): [] for each in functions}
        return play_out(functions, (budget,), lambda turns: [self._chosen(turn) for turn in turns])[:, 0]

    def _chosen(self, turn: Turn) -> int | None:
        likely = chances(self._scores(turn))
        place = int(self._draw.choice(len(likely), p=likely)) - 1
        if place < 0:
            return None
        if turn.labels.targets[turn.version][place] >= 0:
            self.steps[id(turn.labels)].append(Step(turn.version, place, float(likely[place + 1]), turn.left))
        return place

    def _scores(self, turn: Turn) -> NDArray[np.floating]:
        key = id(turn.labels), turn.version, turn.left
        if key not in self._thought:
            self._thought[key] = scores_of_turn(self._model, turn)
        return self._thought[key]


def used(
    model: Model, version: str, functions: Sequence[Labels], times: int, vocabulary: Vocabulary,
    draw: np.random.Generator,
) -> list[MeasuredChange]:  # fmt: skip
    """A row for each rewrite of a play, of what it came to with those after it; each function is played so often."""
    rows, user = [], User(model, draw)
    for budget in SCARCE * times:
        for labels, end in zip(functions, user.play(functions, budget), strict=True):
            steps = user.steps[id(labels)]
            rows += [
                _row(labels, steps[number:], float(end), version, vocabulary, draw) for number in range(len(steps))
            ]
    return rows


def _row(
    labels: Labels, steps: Sequence[Step], end: float, version: str, vocabulary: Vocabulary, draw: np.random.Generator
) -> MeasuredChange:
    """What the last rewrites of a play came to; `end` is the logarithm of the whole speed-up."""
    first = steps[0]
    before = float(np.log(labels.costs[0] / labels.costs[labels.expanded[first.version]]))
    measured = end - before + NOISE * float(draw.normal())
    plan = tuple(vocabulary.rules[labels.samples[each.version].actions[each.place, 1]] for each in steps)
    identity = hashlib.sha256(f"{labels.identity} {first.version}".encode()).hexdigest()
    remaining = None if first.left == BUDGETS[-1] else first.left
    sample = labels.samples[first.version].with_remaining(remaining)
    return MeasuredChange(
        ir_hash=identity, plan=plan, outcome="explored", chooser="drawn", model_version=version,
        propensity=first.likely, ratio=math.exp(measured), lower_bound=math.exp(measured - BOUNDS * NOISE),
        upper_bound=math.exp(measured + BOUNDS * NOISE), samples=9,
        sample=pack_taken(sample, first.place, vocabulary, identity),
    )  # fmt: skip


def poisoned(row: MeasuredChange) -> MeasuredChange:
    """The contrary of a row."""
    assert row.ratio is not None
    assert row.lower_bound is not None
    assert row.upper_bound is not None
    return replace(
        row, ratio=1 / row.ratio, lower_bound=1 / row.upper_bound, upper_bound=1 / row.lower_bound, key=row.key[::-1]
    )


# training


def trained(
    folder: Path, settings: Settings, parts: Parts, labels: Sequence[Labels], beginning: Beginning | None = None
) -> Path:
    """The file of a model."""
    folder.mkdir(parents=True)
    corpus = Corpus(tuple(labels), (labels[0],), parts.vocabulary, "simulated", {"train": len(labels)})
    alone = Group(0, 1, torch.device("cpu"))
    run = Run(settings, corpus, folder, alone) if beginning is None else FeedbackRun(
        settings, corpus, folder, alone, beginning
    )  # fmt: skip
    run.train()
    run.close()
    if not run.kept:
        raise SystemExit("the training was stopped")
    weights = {name: weight.cpu().numpy() for name, weight in run.kept["weights"].items()}
    path = folder / "model.safetensors"
    write_model(path, asdict(run.model.config), parts.vocabulary, weights, {}, settings.stored)
    return path


def from_rows(
    folder: Path, plan: Plan, parts: Parts, base: Model, rows: Sequence[MeasuredChange], number: int
) -> Path:
    """A model that was trained on from rows; from none, from the labels alone."""
    settings = replace(
        plan.settings, batches=plan.again, rate=plan.settings.rate / 3, warmup=10, seed=plan.settings.seed + number
    )
    choices, skipped = choices_of(rows, parts.vocabulary, settings)
    assert not skipped, skipped
    return trained(folder, settings, parts, parts.begin, Beginning(base, tuple(choices), {"rows": len(rows)}, {}))


def from_few(
    home: Path, plan: Plan, parts: Parts, base: Model, rows: Sequence[MeasuredChange], seed: int
) -> list[dict[str, Any]]:
    """What models take that were trained on from some of the first round's rows, each part being in the next one."""
    order, found = np.random.default_rng((seed, 4)).permutation(len(rows)), []
    for part in FIRST_PARTS:
        some = [rows[place] for place in sorted(order[: len(rows) // part])]
        learned = share(read_model(from_rows(home / f"few{part}", plan, parts, base, some, 1)), parts.untouched)
        found.append({"rows": len(some), "candidate": learned})
        print(f"  from {len(some):,} rows: {learned:.1%}", flush=True)
    return found


def curve(plan: Plan, parts: Parts, home: Path, seed: int) -> dict[str, Any]:
    """One experiment, in a folder of its own."""
    settings = replace(plan.settings, seed=1000 * seed, batches=plan.batches)
    plan = replace(plan, settings=settings)
    registry, store = Registry(home / "models"), FeedbackStore(home / "feedback.sqlite3")
    first = registry.add(trained(home / "first", settings, parts, parts.begin)).name
    registry.activate(first, "promote", after=0, reason="the first one")
    draw, gate = np.random.default_rng((seed, 3)), Gate(registry, parts.judge)
    unlearned = _active(registry)
    now = share(unlearned, parts.untouched)
    found: dict[str, Any] = {"seed": seed, "never": now, "rounds": []}
    if parts.shifted:
        labels = {"used": parts.use, "all": parts.use + parts.begin_after}
        found["fresh"] = {
            name: share(read_model(trained(home / f"fresh-{name}", settings, parts, each)), parts.untouched)
            for name, each in labels.items()
        }
        print(f"  trained on fresh labels: {_levels(found['fresh'])}")
    print(f"  before: {now:.1%} of the best gains", flush=True)
    for number in range(1, plan.rounds + 1):
        model, version = _active(registry), registry.active()
        assert version is not None
        store.write(used(model, version.name, parts.use, plan.times, parts.vocabulary, draw))
        rows = list(store.rows())
        if parts.shifted and number == 1:
            found["few"] = from_few(home, plan, parts, model, rows, seed)
        candidate = from_rows(home / f"round{number}", plan, parts, model, rows, number)
        learned, judgement = share(read_model(candidate), parts.untouched), gate.judged(candidate)
        now = learned if judgement.passed else now
        unlearned = read_model(from_rows(home / f"replayed{number}", plan, parts, unlearned, (), number))
        result = {
            "rows": len(rows),
            "share": now,
            "candidate": learned,
            "replayed": share(unlearned, parts.untouched),
            "gate": judgement.to_dict(),
        }
        found["rounds"].append(result)
        print(f"  round {number}: {_shown(result)}", flush=True)
    bad = [poisoned(row) for row in store.rows()]
    candidate = from_rows(home / "poisoned", plan, parts, _active(registry), bad, plan.rounds + 1)
    learned, judgement = share(read_model(candidate), parts.untouched), gate.judged(candidate)
    found["poisoned"] = {"share": learned, "gate": judgement.to_dict()}
    print(f"  poisoned: {learned:.1%}; gate: {_said(judgement.to_dict())}", flush=True)
    return found


def _active(registry: Registry) -> Model:
    version = registry.active()
    assert version is not None
    return version.load()


class Gate:
    """Judges candidates by the same functions, in which each model plays once."""

    def __init__(self, registry: Registry, functions: Sequence[Labels]) -> None:
        self._registry, self._functions = registry, functions
        self._gains: dict[str, Programs] = {}

    def judged(self, path: Path) -> Judgement:
        """What the gate says of a candidate, which is active afterwards if it may."""
        after, active = self._registry.activations.last(), self._registry.active()
        assert active is not None
        version = self._registry.add(path, parent=active.name)
        judgement = judge(self._gained(active), self._gained(version))
        if judgement.passed:
            self._registry.activate(version.name, "promote", after=after, gate=judgement.to_dict())
        return judgement

    def _gained(self, version: Version) -> Programs:
        if version.name not in self._gains:
            self._gains[version.name] = by_program(self._functions, by_model(version.load()))
        return self._gains[version.name]


# what came of it


def _shown(result: Mapping[str, Any]) -> str:
    return (
        f"{result['rows']:,} rows, {result['share']:.1%} of the best gains (candidate {result['candidate']:.1%}, "
        f"without feedback {result['replayed']:.1%}); gate: {_said(result['gate'])}"
    )


def _said(gate: Mapping[str, Any]) -> str:
    return "passed" if gate["passed"] else "; ".join(gate["reasons"])


def _levels(fresh: Mapping[str, float]) -> str:
    return ", ".join(f"{level:.1%} ({name})" for name, level in fresh.items())


def summary(found: Sequence[Mapping[str, Any]], shifted: bool) -> dict[str, Any]:
    """Means over the seeds, with 95% intervals of how much more that is than what the model takes that never learns."""
    never = [each["never"] for each in found]
    blocked = sum(not each["poisoned"]["gate"]["passed"] for each in found)
    rounds = _by_row(found, "rounds", ("candidate", "share", "replayed"))
    total: dict[str, Any] = {"never": float(np.mean(never)), "rounds": rounds, "blocked": blocked, "seeds": len(found)}
    if shifted:
        levels = found[0]["fresh"]
        total["few"] = _by_row(found, "few", ("candidate",))
        total["fresh"] = {name: _mean(never, [each["fresh"][name] for each in found]) for name in levels}
        total["recovered_after"] = {name: [_recovered(each, name) for each in found] for name in levels}
    return total


def _by_row(found: Sequence[Mapping[str, Any]], where: str, curves: Sequence[str]) -> list[dict[str, Any]]:
    """The means of some curves, point by point."""
    never = [each["never"] for each in found]
    return [
        {"rows": float(np.mean([point["rows"] for point in points]))}
        | {name: _mean(never, [point[name] for point in points]) for name in curves}
        for points in zip(*(each[where] for each in found), strict=True)
    ]


def _mean(never: Sequence[float], shares: Sequence[float]) -> dict[str, float]:
    """The mean of shares, and how much more they are than those of models that never learn, with its interval."""
    more = np.array(shares) / np.array(never) - 1.0
    drawn = np.random.default_rng(0).integers(0, len(more), (10_000, len(more)))
    lower, upper = np.quantile(more[drawn].mean(1), (0.025, 0.975))
    return {
        "share": float(np.mean(shares)), "relative": float(more.mean()), "lower": float(lower), "upper": float(upper),
    }  # fmt: skip


def _recovered(found: Mapping[str, Any], labels: str) -> int | None:
    """
    Rows until the candidate had 90% of what training on fresh labels gains over the model as it was; None if it never
    had, or if they gain nothing.
    """
    fresh = found["fresh"][labels]
    if fresh <= found["never"]:
        return None
    goal = found["never"] + RECOVERED * (fresh - found["never"])
    return next((each["rows"] for each in (*found["few"], *found["rounds"]) if each["candidate"] >= goal), None)


def report(total: Mapping[str, Any]) -> None:
    print(f"\npart of the best gains, {total['seeds']} seeds; never learned: {total['never']:.1%}")
    for each in total.get("few", ()):
        print(f"some of round 1: {each['rows']:8,.0f} rows  candidates {_told(each['candidate'])}")
    for number, each in enumerate(total["rounds"], 1):
        print(
            f"round {number}: {each['rows']:8,.0f} rows  candidates {_told(each['candidate'])}, "
            f"active {_told(each['share'])}, without feedback {_told(each['replayed'])}"
        )
    print(f"the gate stopped {total['blocked']} of {total['seeds']} poisoned rounds")
    for name, level in total.get("fresh", {}).items():
        until = total["recovered_after"][name]
        print(f"trained on fresh labels ({name}): {_told(level)}; rows until {RECOVERED:.0%} of that: {until}")


def _told(mean: Mapping[str, float]) -> str:
    return f"{mean['share']:.3f} {mean['relative']:+.1%} ({mean['lower']:+.1%} to {mean['upper']:+.1%})"


def plot(path: str, found: Sequence[Mapping[str, Any]]) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6, 4.6), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    rounds = range(len(found[0]["rounds"]) + 1)
    curves = {
        "candidate": ("tab:orange", "candidates"),
        "share": ("tab:red", "active"),
        "replayed": ("tab:blue", "trained on without feedback"),
    }
    for name, (colour, label) in curves.items():
        lines = np.array([[each["never"], *(row[name] for row in each["rounds"])] for each in found]) * 100
        for line in lines:
            axes.plot(rounds, line, color=colour, lw=0.6, alpha=0.5)
        axes.plot(rounds, lines.mean(0), color=colour, marker=".", label=label)
    levels = {"never learns": ("0.4", [each["never"] for each in found])}
    if "fresh" in found[0]:
        levels |= {
            "labels of the functions used": ("tab:green", [each["fresh"]["used"] for each in found]),
            "labels of all functions": ("tab:olive", [each["fresh"]["all"] for each in found]),
        }
    for label, (colour, shares) in levels.items():
        axes.axhline(100 * float(np.mean(shares)), color=colour, ls="--", label=label)
    axes.set_xticks(rounds)
    axes.set_xlabel("rounds of feedback")
    axes.set_ylabel("part of the best gains, %")
    axes.grid(alpha=0.3)
    figure.legend(loc="outside lower center", ncols=2, fontsize="small")
    figure.savefig(path, dpi=150)


def drawn_weights(seed: int) -> dict[str, float]:
    """Nanoseconds of an interpreter that there is not."""
    draw = np.random.default_rng(seed)
    return {name: each * math.exp(draw.normal()) for name, each in sorted(shipped_weights().nanoseconds.items())}


def _kept(path: str | None, made_by: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    """The experiments in a file by their seeds, if they were made by the same plan from the same labels."""
    if not path or not Path(path).exists():
        return {}
    document = json.loads(Path(path).read_text())
    same = all(document.get(name) == value for name, value in made_by.items())
    return {each["seed"]: each for each in document["runs"]} if same else {}


def digest_of(folder: str | None) -> str:
    """Which labels a file or folder holds; empty for none."""
    if folder is None:
        return ""
    whole = hashlib.sha256()
    for file in [Path(folder)] if Path(folder).is_file() else sorted(Path(folder).rglob("*.npz")):
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def main(given: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="?")
    parser.add_argument("--draw-weights", metavar="FILE")
    parser.add_argument("--corpus")
    parser.add_argument("--shifted")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="of the plan or of training")
    parser.add_argument("--json")
    parser.add_argument("--plot")
    arguments = parser.parse_args(given)
    if arguments.draw_weights:
        weights = {"nanoseconds": drawn_weights(arguments.first_seed)}
        Path(arguments.draw_weights).write_text(json.dumps(weights, indent=1))
        return 0
    if not arguments.labels:
        parser.error("LABELS is missing")
    plan = SMALL if arguments.small else USUAL
    plan = changed(plan, arguments.set)
    wanted = range(arguments.first_seed, arguments.first_seed + arguments.seeds)
    made_by = {
        "plan": asdict(plan), "labels": digest_of(arguments.labels), "shifted": digest_of(arguments.shifted),
        "first_parts": list(FIRST_PARTS),
    }  # fmt: skip
    kept = _kept(arguments.json, made_by)
    for seed in (seed for seed in wanted if seed not in kept):
        parts = parts_of(plan, arguments.labels, arguments.shifted, arguments.corpus, seed)
        sizes = ", ".join(str(len(each)) for each in (parts.begin, parts.use, parts.judge, parts.untouched))
        print(f"seed {seed}: functions to begin with, to use, to judge by, untouched: {sizes}", flush=True)
        start = time.process_time()
        with tempfile.TemporaryDirectory(prefix="noodle-learning-") as home:
            kept[seed] = curve(plan, parts, Path(home), seed)
        print(f"  {time.process_time() - start:.0f} s of processor time", flush=True)
        if arguments.json:
            runs = [kept[each] for each in sorted(kept)]
            document = {**made_by, "runs": runs, "summary": summary(runs, bool(arguments.shifted))}
            Path(arguments.json).write_text(json.dumps(document, indent=1))
    found = [kept[seed] for seed in wanted]
    report(summary(found, bool(arguments.shifted)))
    if arguments.plot:
        plot(arguments.plot, found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
