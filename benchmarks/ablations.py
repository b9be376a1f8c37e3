"""
What each part of the model, of its training and of its labels is worth: one thing is changed, and all is trained anew.

    python benchmarks/ablations.py LABELS --out DIR [--corpus DIR] [--split development] [--seeds 0 1 2]
                                   [--only GROUP ...] [--set KEY=VALUE ...]

Groups are those of VARIATIONS below, or the name of one of them. Every variation learns from as many batches as all
others; a model that is in the folder with the same settings is taken from there. Then there are models, table.md,
results.json and two plots in the folder.

Each model plays the functions of the split in their labelled graphs with 1 to 4 rewrites allowed: by its first step
alone, told verdicts for as many steps as it has, and looking ahead. Shares are of the best gains; `ahead` is how much
better the unchanged model is, looking ahead, over all seeds, with the 95% interval of a paired bootstrap over
functions. Milliseconds are of the processor, for a batch of training.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from choosers import Shares, tell
from numpy.typing import NDArray
from table import markdown, show

from noodlecore_trm.encoding import Sample
from noodlecore_trm.encoding.vocabulary import COLUMNS, CONTEXT
from noodlecore_trm.serving import Model, read_model, write_model
from noodlecore_trm.teacher.corpus import read_splits
from noodlecore_trm.teacher.labels import Labels, load_labels
from noodlecore_trm.teacher.players import SCARCE, by_model, by_scores, thoughts
from noodlecore_trm.teacher.plays import Turn, in_reach, play_out
from noodlecore_trm.training.config import Settings, override
from noodlecore_trm.training.corpus import Corpus
from noodlecore_trm.training.folder import DEVELOPMENT
from noodlecore_trm.training.group import Group
from noodlecore_trm.training.logs import read_table
from noodlecore_trm.training.run import FINISHED, Run

UNCHANGED: Final = "as it is"
SETTINGS: Final = Settings(
    hidden_size=32, steps=3, least_steps=1, most_steps=3, batch=24, batches=2500, rate=2e-3, warmup=60, average=0.998,
    dropout=0.1, weight_decay=0.3, threads=1, keep="last", evaluate_every=250, save_every=10**9, development=60,
    stored="float32",
)  # fmt: skip

Learned = Callable[[Sequence[Labels], np.random.Generator], Sequence[Labels]]


def _all(labels: Sequence[Labels], draw: np.random.Generator) -> Sequence[Labels]:
    return labels


def _itself(sample: Sample) -> Sample:
    return sample


@dataclass(frozen=True)
class Variation:
    """
    What is changed: settings, what is seen of a choice (also where it is played), and what there is to learn from.
    """

    settings: Mapping[str, Any] = field(default_factory=dict)
    seen: Callable[[Sample], Sample] = _itself
    learned: Learned = _all


# what is seen


def _without_columns(sample: Sample, columns: Sequence[str]) -> Sample:
    ops = sample.ops.copy()
    ops[:, [COLUMNS.index(name) for name in columns]] = 0
    return replace(sample, ops=ops)


def _without_edges(sample: Sample) -> Sample:
    return replace(sample, edges=sample.edges[:0])


def _without_outlook(sample: Sample) -> Sample:
    return replace(sample, outlook=np.zeros_like(sample.outlook))


def _without_context(sample: Sample) -> Sample:
    """Without the rewrites left, too: it plays as if there were no limit."""
    return replace(sample, context=np.zeros(len(CONTEXT), np.uint8))


def _with_samples(labels: Labels, seen: Callable[[Sample], Sample]) -> Labels:
    return replace(labels, samples=tuple(map(seen, labels.samples)))


# what is learned from


def _noisy(labels: Sequence[Labels], draw: np.random.Generator, deviation: float) -> Sequence[Labels]:
    """What each action is worth, as logarithms, with noise that is the same for all budgets."""

    def noisy(worth: NDArray[np.float32]) -> NDArray[np.float32]:
        return (worth + deviation * draw.normal(size=worth.shape[1])).astype(np.float32)

    return [replace(each, worth=tuple(map(noisy, each.worth))) for each in labels]


def _part_of_families(labels: Sequence[Labels], draw: np.random.Generator, part: float) -> Sequence[Labels]:
    """Families are drawn until so large a part of the functions is there."""
    found: list[Labels] = []
    for family in draw.permutation(sorted({each.family for each in labels})):
        if len(found) >= part * len(labels):
            break
        found += [each for each in labels if each.family == family]
    return found


def _generated(labels: Sequence[Labels], draw: np.random.Generator, wanted: bool) -> Sequence[Labels]:
    return [each for each in labels if each.family.startswith("generated") is wanted]


def _without(*columns: str) -> Callable[[Sample], Sample]:
    return partial(_without_columns, columns=columns)


VARIATIONS: Final[Mapping[str, Mapping[str, Variation]]] = {
    "recursion": {
        "no recursion, as many weights": Variation({"variant": "flat", "H_layers": 2}),
        "no recursion, as much work": Variation({"variant": "flat", "H_layers": 8}),
        "one state": Variation({"variant": "loop"}),
        "no answer apart": Variation({"variant": "single_z"}),
        "HRM": Variation({"variant": "hrm", "H_layers": 1, "L_layers": 1}),
    },
    "cycles": {
        "T = 2": Variation({"H_cycles": 2}),
        "n = 1": Variation({"L_cycles": 1}),
        "n = 6": Variation({"L_cycles": 6}),
    },
    "supervision": {
        "one step": Variation({"steps": 1, "most_steps": 1}),
        "always four steps": Variation({"steps": 4, "least_steps": 4, "most_steps": 4}),
        "no verdicts": Variation({"tries": 0}),
        "an optimizer step a batch": Variation({"update": "batch"}),
    },
    "mixer": {
        "no mean over the graph": Variation({"global_channel": False}),
        "no edges among ops": Variation(seen=_without_edges),
    },
    "features": {
        "no outlook": Variation(seen=_without_outlook),
        "no context": Variation(seen=_without_context),
        "no types": Variation(seen=_without("type")),
        "no loops": Variation(seen=_without("depth", "turns", "frequency")),
        "nothing but kinds": Variation(seen=_without(*COLUMNS[1:])),
    },
    "width": {
        "16 wide": Variation({"hidden_size": 16}),
        "64 wide": Variation({"hidden_size": 64}),
    },
    "noise": {
        f"noise of {deviation}": Variation(learned=partial(_noisy, deviation=deviation))
        for deviation in (0.05, 0.1, 0.2)
    },
    "corpus": {
        **{
            f"{name} of the families": Variation(learned=partial(_part_of_families, part=part))
            for name, part in (("an eighth", 0.125), ("a quarter", 0.25), ("half", 0.5))
        },
        "no generated functions": Variation(learned=partial(_generated, wanted=False)),
        "generated functions only": Variation(learned=partial(_generated, wanted=True)),
    },
}
EVERY: Final = {UNCHANGED: Variation(), **{name: each for group in VARIATIONS.values() for name, each in group.items()}}


@dataclass(frozen=True, eq=False)
class Parts:
    """Functions to learn from, to look at while learning, and to play, without those that leave no choice."""

    corpus: Corpus
    played: Sequence[Labels]

    @classmethod
    def of(cls, folder: Path, programs: Path | None, split: str) -> Parts:
        found, vocabulary = load_labels(folder)
        splits = read_splits([programs or folder])
        by_split: dict[str, list[Labels]] = {"train": [], "development": [], "held_out": []}
        for each in found:
            if len(each.samples[0].actions):
                by_split[splits[each.family]].append(each)
        sizes = {name: len(labels) for name, labels in by_split.items()}
        corpus = Corpus(tuple(by_split["train"]), tuple(by_split["development"]), vocabulary, "varied", sizes)
        return cls(corpus, by_split[split])

    def varied(self, variation: Variation, seed: int) -> Parts:
        """The parts as they are seen and learned from."""
        see = partial(_with_samples, seen=variation.seen)
        learned = variation.learned(self.corpus.train, np.random.default_rng((seed, 4)))
        corpus = replace(
            self.corpus, train=tuple(map(see, learned)), development=tuple(map(see, self.corpus.development))
        )
        return Parts(corpus, [see(each) for each in self.played])


# one training


def made(name: str, seed: int, settings: Settings, parts: Parts, out: Path) -> Path:
    """The file of a model that was trained in this way; it is taken as it is if it is there with these settings."""
    variation = EVERY[name]
    settings = replace(settings, **{**variation.settings, "seed": seed})
    path = out / f"{name.replace(' ', '-')}.{seed}.safetensors"
    if path.exists() and read_model(path).card.get("settings") == asdict(settings):
        return path
    print(f"{name} #{seed}", file=sys.stderr, flush=True)
    folder = path.with_suffix(".run")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    corpus = parts.varied(variation, seed).corpus
    run = Run(settings, corpus, folder, Group(0, 1, torch.device("cpu")))
    spent = [time.process_time()]
    try:
        if run.train(lambda progress: spent.append(time.process_time())) != FINISHED:
            sys.exit("interrupted; what was trained before is kept")
    finally:
        run.close()
    weights = {key: weight.cpu().numpy() for key, weight in run.kept["weights"].items()}
    card = {
        "settings": asdict(settings),
        "functions": len(corpus.train),
        "weights": sum(each.numel() for each in run.model.parameters()),
        "batch_ms": 1e3 * statistics.median(np.diff(spent)),
        "curve": [(row["batch"], row["share"]) for row in read_table(folder / DEVELOPMENT)],
    }
    write_model(path, asdict(run.model.config), corpus.vocabulary, weights, card, settings.stored)
    shutil.rmtree(folder)
    return path


# ways to play

FIRST, TOLD, AHEAD = "first step", "told verdicts", "looking ahead"


def played(model: Model, functions: Sequence[Labels]) -> dict[str, NDArray[np.float64]]:
    """Gains [functions, K] of each way to play."""

    def first(turn: Turn) -> NDArray[np.floating[Any]]:
        return thoughts(model, turn.labels.samples[turn.version], turn.left)

    def told(turn: Turn) -> NDArray[np.floating[Any]]:
        return tell(model, turn.labels.samples[turn.version], turn.left, turn.labels.verdicts[turn.version])

    return {
        FIRST: play_out(functions, SCARCE, lambda turns: [by_scores(first(turn)) for turn in turns]),
        TOLD: play_out(functions, SCARCE, lambda turns: [by_scores(told(turn)) for turn in turns]),
        AHEAD: play_out(functions, SCARCE, by_model(model)),
    }


# all of them


@dataclass(frozen=True, eq=False)
class Trained:
    """What came of a variation: for each seed the card of its model, and gains [functions, K] of each way to play."""

    cards: Sequence[Mapping[str, Any]]
    gains: Sequence[Mapping[str, NDArray[np.float64]]]


def results_of(trained: Mapping[str, Trained], best: NDArray[np.float64]) -> dict[str, dict[str, Any]]:
    """What is told of each variation; `best` are the gains in reach, [functions, K]."""
    means = {name: np.mean([gains[AHEAD] for gains in each.gains], axis=0) for name, each in trained.items()}
    shares = Shares({**means, "oracle": best}, budgets=SCARCE)
    found = {}
    for name, each in trained.items():
        ahead = shares.ahead(UNCHANGED, name)
        found[name] = {
            "seeds": len(each.cards),
            "weights": each.cards[0]["weights"],
            "functions": statistics.fmean(card["functions"] for card in each.cards),
            "batch ms": statistics.median(card["batch_ms"] for card in each.cards),
            "shares": {
                way: [float(gains[way].sum() / best.sum()) for gains in each.gains] for way in (FIRST, TOLD, AHEAD)
            },
            "ahead": None if name == UNCHANGED else [ahead.value, ahead.low, ahead.high],
            "curves": [card["curve"] for card in each.cards],
        }
    return found


HEADER: Final = ("", "seeds", "weights", "functions", "ms", FIRST, TOLD, AHEAD, "least", "most", "ahead")


def _rows(results: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for name, each in results.items():
        last = each["shares"][AHEAD]
        ahead = "" if each["ahead"] is None else "{:+.3f} [{:+.3f}, {:+.3f}]".format(*each["ahead"])
        yield (
            name, str(each["seeds"]), f"{each['weights']:,}", f"{each['functions']:,.0f}", f"{each['batch ms']:.0f}",
            *(f"{statistics.fmean(shares):.3f}" for shares in each["shares"].values()),
            f"{min(last):.3f}", f"{max(last):.3f}", ahead,
        )  # fmt: skip


def draw(results: Mapping[str, Mapping[str, Any]], out: Path) -> None:
    """Where the shares of all seeds lie, and how they came about."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 1.5 + 0.28 * len(results)), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    for row, each in enumerate(results.values()):
        for way, colour in ((FIRST, "tab:blue"), (TOLD, "tab:green"), (AHEAD, "tab:red")):
            label = way if row == 0 else None
            axes.plot(each["shares"][way], [row] * each["seeds"], "o", color=colour, alpha=0.7, ms=5, label=label)
    axes.axvline(statistics.fmean(results[UNCHANGED]["shares"][AHEAD]), color="0.4", ls="--", lw=1)
    axes.set_yticks(range(len(results)), list(results))
    axes.invert_yaxis()
    axes.set(xlabel="share of the best gains with 1 to 4 rewrites")
    axes.grid(alpha=0.3)
    figure.legend(loc="outside upper center", ncols=3)
    figure.savefig(out / "ablations.png", dpi=150)

    figure = Figure(figsize=(8, 5), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    for number, (name, each) in enumerate(results.items()):
        curves = np.array(each["curves"])  # [seeds, looks, 2]
        axes.plot(*curves.mean(0).T, color=f"C{number}", ls=("-", "--", ":")[number // 10 % 3], label=name)
    axes.set(xlabel="batches", ylabel="share of the best gains, told verdicts")
    axes.grid(alpha=0.3)
    figure.legend(loc="outside right center", fontsize=7)
    figure.savefig(out / "curves.png", dpi=150)


def _wanted(only: Sequence[str]) -> list[str]:
    if not only:
        return list(EVERY)
    return [UNCHANGED, *(each for name in only for each in VARIATIONS.get(name, {name}))]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, help="the folder that `noodle-trm label` has written")
    parser.add_argument("--out", type=Path, required=True, help="where models, tables and plots go")
    parser.add_argument("--corpus", type=Path, help="the folder of programs, with its splits.json")
    parser.add_argument("--split", default="development", choices=("development", "held_out"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--only", nargs="+", default=[], metavar="GROUP", choices=[*VARIATIONS, *EVERY])
    parser.add_argument("--set", action="append", default=[], dest="changes", metavar="KEY=VALUE")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    settings = override(SETTINGS, given.changes)
    parts = Parts.of(given.labels, given.corpus, given.split)
    trained = {}
    for name in _wanted(given.only):
        models = [read_model(made(name, seed, settings, parts, given.out)) for seed in given.seeds]
        functions = parts.varied(EVERY[name], 0).played
        trained[name] = Trained([model.card for model in models], [played(model, functions) for model in models])
    results = results_of(trained, in_reach(parts.played, SCARCE))
    (given.out / "results.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    title = f"{len(parts.played)} functions; share of the best gains with 1 to 4 rewrites; {settings.batches} batches"
    rows = list(_rows(results))
    show(title, HEADER, rows)
    (given.out / "table.md").write_text(f"# {title}\n\n{markdown(HEADER, rows)}", "utf-8")
    draw(results, given.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
