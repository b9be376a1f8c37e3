"""
The ladder of precisions: what each way of storing a model in few bits costs, and what it keeps.

    python benchmarks/quantization.py MODEL --labels DIR --out DIR [--corpus DIR] [--split held_out] [--seeds 0 1 2]
                                      [--rung "int4" --rung "binary qat" ...] [--functions N] [--set KEY=VALUE ...]

A rung is a precision and words: `tensor` for one scale for each matrix, `inputs` for inputs in 8 bits, `qat` for
training with rounded weights, `dorefa` for its gradients and `alone` for labels without the model that it came from.
What is trained is trained once for each seed, and taken from the folder if it is there already. In the folder there are
then the models, a card for each, table.md, table.json and plots.

Gains are those of plays in the graphs of labelled functions that people wrote, with 1 to 4 rewrites allowed; kept is
the part of what bf16 gains, with the 95% interval of a paired bootstrap over functions. Agreement is the part of first
choices that are those of bf16. The cosine is that of the answers after a supervision step, of a rung and of bf16. Times
are of processors, the least of several rounds in which all rungs take turns; a cold start is a process of its own that
reads the model and thinks about one function.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from safetensors import safe_open
from table import markdown, show

from noodlecore_trm.choosers.trm import single_threaded

with single_threaded():
    import numpy as np
    from numpy.typing import NDArray

    from noodlecore_trm.encoding import Sample, Verdicts, save_samples
    from noodlecore_trm.serving import LADDER, Model, Rung, read_model, write_model
    from noodlecore_trm.serving.formats import ROW, TENSOR
    from noodlecore_trm.serving.rung import matrices_of
    from noodlecore_trm.teacher.corpus import read_splits
    from noodlecore_trm.teacher.generated import FAMILIES
    from noodlecore_trm.teacher.labels import Labels, load_labels
    from noodlecore_trm.teacher.players import SCARCE, by_model, scores_of_turn
    from noodlecore_trm.teacher.plays import Turn, in_reach, play_out

if TYPE_CHECKING:
    from noodlecore_trm.quantization.run import Quantized

RUNGS: Final = (
    "bf16", "int8", "int8 tensor", "int8 inputs", "int4", "int4 tensor", "int4 inputs", "int4 qat", "ternary",
    "ternary qat", "binary", "binary qat", "binary tensor qat", "binary tensor qat dorefa", "binary qat alone",
    "binary inputs qat",
)  # fmt: skip
WORDS: Final = ("tensor", "inputs", "qat", "dorefa", "alone")
RESAMPLED: Final = 2000
KEEPS: Final = 0.99
"""The smallest rung that keeps so much of the gains of bf16 is the one to ship."""
_COLD: Final = """\
import resource, sys
from noodlecore_trm.choosers.trm import single_threaded
with single_threaded():
    from noodlecore_trm.serving import read_model
    from noodlecore_trm.encoding import Verdicts, load_samples
from pathlib import Path
(sample,), _, _ = load_samples(sys.argv[2])
model = read_model(sys.argv[1])
nothing = Verdicts.none(len(sample.actions))
thought = model.begin(sample)
for _ in range(model.steps):
    thought.step(nothing)
try:
    status = Path("/proc/self/status").read_text()
    print(status.partition("VmHWM:")[2].split()[0])
except OSError:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@dataclass(frozen=True)
class Kind:
    """A rung: a precision, and words."""

    precision: str
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> Kind:
        precision, *words = text.split()
        if precision not in LADDER or not set(words) <= set(WORDS):
            raise argparse.ArgumentTypeError(f"{text!r}: a precision ({', '.join(LADDER)}) and {', '.join(WORDS)}")
        return cls(precision, frozenset(words))

    def __str__(self) -> str:
        return " ".join((self.precision, *(word for word in WORDS if word in self.words)))

    @property
    def trained(self) -> bool:
        return "qat" in self.words


@dataclass(frozen=True, eq=False)
class Made:
    """A model on a rung, in a file; seed 0 for what is only rounded."""

    kind: Kind
    seed: int
    path: Path
    model: Model


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    kinds = list(dict.fromkeys([Kind("bf16"), *(given.rung or map(Kind.of, RUNGS))]))
    functions = played(given)
    parent = read_model(given.model)
    models = [
        _made(kind, seed, parent, given)
        for kind in kinds
        for seed in (given.seeds if kind.trained else given.seeds[:1])
    ]
    measured = measure(models, functions, given.rounds)
    cold = cold_starts(models, functions[0].samples[0], given.out / "cold.npz", given.cold)
    rows = {f"{made.kind}" + (f" #{made.seed}" if made.kind.trained else ""): made for made in models}
    results = {name: {**_file(made), **measured[made.path], **cold[made.path]} for name, made in rows.items()}
    report(results, models, len(functions), given.out)
    for name, made in rows.items():
        made.path.with_suffix(".md").write_text(card(name, made, results[name]), "utf-8")
    (given.out / "table.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    draw(results, given.out)
    return 0


# models


def _made(kind: Kind, seed: int, parent: Model, given: argparse.Namespace) -> Made:
    """The model, read if its file is there and of this parent, else made."""
    path = given.out / f"{str(kind).replace(' ', '-')}.{seed}.safetensors"
    if path.exists() and (model := read_model(path)).rung is not None and model.rung.parent == parent.version:
        return Made(kind, seed, path, model)
    weights: Mapping[str, NDArray[Any]] = parent.weights
    rung = Rung(
        precision=kind.precision, scales=TENSOR if "tensor" in kind.words else ROW, parent=parent.version
    )
    metrics: Mapping[str, float] = {}
    if kind.trained or "inputs" in kind.words:
        made = _learned(kind, seed, parent, given)
        weights, rung, metrics = made.weights, made.rung, made.metrics
    derived = parent.card_of_derived(metrics)
    write_model(path, asdict(parent.architecture), parent.vocabulary, weights, derived, rung)
    return Made(kind, seed, path, read_model(path))


def _learned(kind: Kind, seed: int, parent: Model, given: argparse.Namespace) -> Quantized:
    from noodlecore_trm.quantization.plan import DOREFA, STRAIGHT_THROUGH, Plan
    from noodlecore_trm.quantization.run import calibrate, tune, tuning_settings
    from noodlecore_trm.training.group import joined

    plan = Plan(
        precision=kind.precision,
        per_tensor="tensor" in kind.words,
        inputs="inputs" in kind.words,
        recipe=DOREFA if "dorefa" in kind.words else STRAIGHT_THROUGH,
        distilled=0.0 if "alone" in kind.words else 0.5,
    )
    corpus = _corpus(given.labels, given.corpus)
    settings = tuning_settings(parent, [f"seed={seed}", *given.changes])
    if not kind.trained:
        return calibrate(parent, plan, corpus, settings)
    print(f"{kind} #{seed}: training", file=sys.stderr, flush=True)
    with joined(settings.device) as group:
        return tune(parent, plan, corpus, settings, given.out / f"{str(kind).replace(' ', '-')}.{seed}.run", group)


@cache
def _corpus(labels: Path, programs: Path) -> Any:
    from noodlecore_trm.training.corpus import read_corpus

    return read_corpus(labels, programs)


def _file(made: Made) -> dict[str, Any]:
    """Bytes: of the file, of its matrices, and of each array."""
    with safe_open(made.path, framework="numpy") as file:
        layers = {name: file.get_tensor(name).nbytes for name in file.keys()}  # noqa: SIM118
    matrices = matrices_of(made.model.architecture)
    quantized = sum(size for name, size in layers.items() if name.removesuffix(".scale") in matrices)
    return {"bytes": made.path.stat().st_size, "matrices": quantized, "layers": layers}


# what they are worth


def played(given: argparse.Namespace) -> list[Labels]:
    """The labelled functions of the split that leave a choice, those of generated programs left out."""
    splits = read_splits([given.corpus or given.labels])
    every, _ = load_labels(given.labels)
    written = [each for each in every if each.family not in FAMILIES]
    found = [each for each in written if splits.get(each.family) == given.split and len(each.samples[0].actions)]
    if given.functions and given.functions < len(found):
        found = [found[number * len(found) // given.functions] for number in range(given.functions)]
    if not found:
        sys.exit(f"{given.labels}: no functions of {given.split} leave a choice")
    return found


def first_choices(model: Any, functions: Sequence[Labels]) -> list[int]:
    """The place of the action on top in each function as it was written, with 1 to 4 rewrites left; -1 for stopping."""
    chosen = []
    for labels in functions:
        for left in SCARCE:
            scores = scores_of_turn(model, Turn(labels, 0, left))
            place = int(np.argmax(scores))
            chosen.append(place if scores[place] > 0 else -1)
    return chosen


def answers(model: Model, functions: Sequence[Labels]) -> list[list[NDArray[np.float32]]]:
    """The answer y after each supervision step, with nothing tried, of each function as it was written."""
    every = []
    for labels in functions:
        sample = labels.samples[0].with_remaining(SCARCE[-1])
        nothing = Verdicts.none(len(sample.actions))
        thought, steps = model.begin(sample), []
        for _ in range(model.steps):
            thought.step(nothing)
            steps.append(thought.answer)
        every.append(steps)
    return every


def cosines(ours: Sequence[Sequence[NDArray[Any]]], theirs: Sequence[Sequence[NDArray[Any]]]) -> list[float]:
    """For each supervision step the mean over all nodes of the cosine of two answers."""
    found: list[list[float]] = [[] for _ in ours[0]]
    for mine, other in zip(ours, theirs, strict=True):
        for step, (a, b) in enumerate(zip(mine, other, strict=True)):
            lengths = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
            found[step] += (np.einsum("nd,nd->n", a, b) / lengths).tolist()
    return [statistics.fmean(each) for each in found]


def kept(ends: NDArray[np.float64], base: NDArray[np.float64]) -> tuple[float, float, float]:
    """The part of the gains of bf16 that a rung has, [functions] each, and its interval."""
    drawn = np.random.default_rng(0).integers(0, len(base), (RESAMPLED, len(base)))
    drawn = drawn[base[drawn].sum(1) > 0.0]  # of few functions none may gain anything
    parts = ends[drawn].sum(1) / base[drawn].sum(1)
    if not len(parts):
        return math.nan, math.nan, math.nan
    low, high = np.quantile(parts, (0.025, 0.975))
    return float(ends.sum() / base.sum()), float(low), float(high)


def measure(models: Sequence[Made], functions: Sequence[Labels], rounds: int) -> dict[Path, dict[str, Any]]:
    """Choices and gains of each model, and what they take."""
    reach = in_reach(functions, SCARCE)
    base = models[0]
    ends = {made.path: play_out(functions, SCARCE, by_model(made.model)) for made in models}
    chosen = {made.path: first_choices(made.model, functions) for made in models}
    thoughts = answers(base.model, functions)
    times = _times(models, functions, rounds)
    results = {}
    for made in models:
        path = made.path
        same = np.mean(np.array(chosen[path]) == np.array(chosen[base.path]))
        results[path] = {
            "share": float(ends[path].sum() / reach.sum()),
            "share by K": (ends[path].sum(0) / reach.sum(0)).tolist(),
            "kept": kept(ends[path].sum(1), ends[base.path].sum(1)),
            "speed-up by K": np.exp(ends[path].mean(0)).tolist(),
            "agreement": float(same),
            "cosines": cosines(answers(made.model, functions), thoughts),
            "in PyTorch": _in_pytorch(made, functions, chosen[path]),
            **times[path],
        }
    return results


def _times(models: Sequence[Made], functions: Sequence[Labels], rounds: int) -> dict[Path, dict[str, float]]:
    """Milliseconds to read a model, and to think about a function: the least of the rounds, the median of functions."""
    some = functions[:: max(1, len(functions) // 20)]
    reading: dict[Path, list[float]] = {made.path: [] for made in models}
    thinking: dict[Path, list[list[float]]] = {made.path: [] for made in models}
    for _ in range(rounds):
        for made in models:
            reading[made.path].append(_spent(lambda: read_model(made.path)))  # noqa: B023  (called at once)
            thinking[made.path].append(
                [_spent(lambda: scores_of_turn(made.model, Turn(each, 0, 2))) for each in some]  # noqa: B023
            )
    return {
        path: {
            "read ms": min(reading[path]),
            "think ms": statistics.median(map(min, zip(*thinking[path], strict=True))),
        }
        for path in reading
    }


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1e3 * (time.process_time() - start)


def _in_pytorch(made: Made, functions: Sequence[Labels], served: Sequence[int]) -> float | None:
    """The part of first choices that the same model makes with the quantizers of Brevitas; None without them."""
    try:
        import torch

        from noodlecore_trm.quantization.twin import Twin
    except ImportError:
        return None
    torch.set_num_threads(1)  # several mostly wait for one another
    return float(np.mean(np.array(first_choices(Twin(made.model), functions)) == np.array(served)))


def cold_starts(models: Sequence[Made], sample: Sample, file: Path, runs: int) -> dict[Path, dict[str, float]]:
    """
    Seconds from the start of a process to its first scores for a sample, which it reads from a file, and its largest
    memory; all models take turns.
    """
    save_samples(file, [sample], ["a sample"], models[0].model.vocabulary)
    seconds: dict[Path, list[float]] = {made.path: [] for made in models}
    memory: dict[Path, list[float]] = {made.path: [] for made in models}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for _ in range(runs):
        for made in models:
            start = time.perf_counter()
            words = [sys.executable, "-c", _COLD, str(made.path), str(file)]
            done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
            seconds[made.path].append(time.perf_counter() - start)
            memory[made.path].append(float(done.stdout) / 1024)
    return {
        path: {"cold s": min(seconds[path], default=math.nan), "peak MiB": min(memory[path], default=math.nan)}
        for path in seconds
    }


# what is told


HEADER: Final = (
    "rung", "bytes", "matrices", "x bf16", "share", *(f"K={k}" for k in SCARCE), "kept", "agree", "cosine", "torch",
    "read ms", "think ms", "cold s", "MiB",
)  # fmt: skip


def _rows(results: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    whole = results["bf16"]["matrices"]
    for name, each in results.items():
        part, low, high = each["kept"]
        yield (
            name, f"{each['bytes']:,}", f"{each['matrices']:,}", f"{whole / each['matrices']:.2f}",
            f"{each['share']:.3f}", *(f"{share:.3f}" for share in each["share by K"]),
            f"{part:.3f} [{low:.3f}, {high:.3f}]", f"{each['agreement']:.3f}", f"{each['cosines'][-1]:.3f}",
            "" if each["in PyTorch"] is None else f"{each['in PyTorch']:.3f}",
            f"{each['read ms']:.1f}", f"{each['think ms']:.1f}", f"{each['cold s']:.2f}", f"{each['peak MiB']:.0f}",
        )  # fmt: skip


def by_kind(results: Mapping[str, Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """The results of all seeds of a rung."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for name, each in results.items():
        found.setdefault(name.partition(" #")[0], []).append(each)
    return found


def smallest(results: Mapping[str, Mapping[str, Any]]) -> str:
    """The rung with the fewest bytes that keeps enough in the mean over its seeds."""
    enough = {
        name: seeds[0]["bytes"]
        for name, seeds in by_kind(results).items()
        if statistics.fmean(each["kept"][0] for each in seeds) >= KEEPS
    }
    return min(enough, key=lambda name: enough[name], default="bf16")


def report(results: Mapping[str, Mapping[str, Any]], models: Sequence[Made], functions: int, out: Path) -> None:
    rows = list(_rows(results))
    title = f"{functions} functions; {models[0].model.architecture.hidden_size} wide"
    show(title, HEADER, rows)
    steps = len(results["bf16"]["cosines"])
    cosine_header = ("cosine with bf16", *(f"step {step + 1}" for step in range(steps)))
    cosine_rows = [(name, *(f"{each:.4f}" for each in of["cosines"])) for name, of in results.items()]
    show("\nanswers", cosine_header, cosine_rows)
    seeds = [
        (name, str(len(each)), *_spread([run["kept"][0] for run in each]), *_spread([run["share"] for run in each]))
        for name, each in by_kind(results).items()
    ]
    seed_header = ("rung", "seeds", "kept", "least", "share", "least")
    show("\nover seeds", seed_header, seeds)
    last = f"the smallest that keeps {KEEPS:.0%} of the gains of bf16: {smallest(results)}"
    print(f"\n{last}")
    tables = (markdown(HEADER, rows), markdown(cosine_header, cosine_rows), markdown(seed_header, seeds))
    (out / "table.md").write_text(f"# {title}\n\n" + "\n".join(tables) + f"\n{last}\n", "utf-8")


def _spread(values: Sequence[float]) -> tuple[str, str]:
    return f"{statistics.fmean(values):.4f}", f"{min(values):.4f}"


def card(name: str, made: Made, result: Mapping[str, Any]) -> str:
    """What is to be known about one model."""
    rung = made.model.rung
    assert rung is not None
    facts = [
        ("precision", rung.precision),
        ("scales", f"one for each {rung.scales}"),
        ("inputs", "8 bits" if rung.inputs else "float32"),
        ("weights", "trained to be rounded" if rung.trained else "rounded"),
        ("version", made.model.version),
        ("made from", rung.parent),
        ("calibration", json.dumps(rung.calibration)),
        ("bytes", f"{result['bytes']:,}"),
        ("share of the best gains, K = 1 to 4", f"{result['share']:.4f}"),
        ("kept of bf16", "{:.4f} [{:.4f}, {:.4f}]".format(*result["kept"])),
        ("first choices as bf16", f"{result['agreement']:.4f}"),
        ("speed-up with 4 rewrites", f"{result['speed-up by K'][-1]:.3f}"),
    ]
    layers = [(layer, f"{size:,}") for layer, size in sorted(result["layers"].items())]
    return f"# {name}\n\n{markdown(('', ''), facts)}\n## Bytes\n\n{markdown(('array', 'bytes'), layers)}"


def draw(results: Mapping[str, Mapping[str, Any]], out: Path) -> None:
    try:
        import matplotlib
    except ImportError:
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    kinds = by_kind(results)
    colours = {name: pyplot.colormaps["tab20"](number % 20) for number, name in enumerate(kinds)}
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(14, 6), width_ratios=(3, 2), layout="constrained")
    for place, (name, seeds) in enumerate(kinds.items()):
        for each, part in enumerate(seeds):
            middle, low, high = part["kept"]
            height = place + 0.2 * (each - (len(seeds) - 1) / 2)
            left.plot((low, high), (height, height), color=colours[name], linewidth=1)
            left.plot(middle, height, marker="o" if "qat" in name else "s", color=colours[name])
        steps = range(1, len(seeds[0]["cosines"]) + 1)
        right.plot(steps, np.mean([each["cosines"] for each in seeds], 0), marker=".", color=colours[name], label=name)
    left.axvline(KEEPS, color="black", linestyle=":", linewidth=1)
    sizes = [f"{name}, {seeds[0]['bytes'] / 1024:.0f} KiB" for name, seeds in kinds.items()]
    left.set_yticks(range(len(kinds)), sizes)
    left.invert_yaxis()
    left.set(xlabel="part of the gains of bf16, and 95%", title="What is kept (dots: trained, a row for each seed)")
    right.set(xlabel="supervision step", ylabel="cosine with bf16", title="Answers")
    right.xaxis.get_major_locator().set_params(integer=True)
    figure.legend(*right.get_legend_handles_labels(), loc="outside right upper", fontsize=8)
    for axes in (left, right):
        axes.grid(alpha=0.3)
    figure.savefig(out / "ladder.png", dpi=150)
    pyplot.close(figure)
    _draw_training(out)


def _draw_training(out: Path) -> None:
    """How the shares on the development split went in training."""
    from matplotlib import pyplot

    from noodlecore_trm.training.logs import read_table

    runs = sorted(out.glob("*.run/development.csv"))
    if not runs:
        return
    kinds = {path: path.parent.stem.rpartition(".")[0].replace("-", " ") for path in runs}
    colours = {kind: f"C{number}" for number, kind in enumerate(dict.fromkeys(kinds.values()))}
    figure, axes = pyplot.subplots(figsize=(9, 5), layout="constrained")
    for path, kind in kinds.items():
        table = read_table(path)
        axes.plot(
            [float(row["batch"]) for row in table], [float(row["share"]) for row in table],
            marker=".", color=colours[kind], label=kind,
        )  # fmt: skip
    named = dict(zip(*axes.get_legend_handles_labels()[::-1], strict=True))  # the last of a rung's seeds stands for all
    figure.legend(named.values(), named, loc="outside right upper", fontsize=8)
    axes.set(xlabel="batches", ylabel="share of the best gains", title="Development split, while training")
    axes.grid(alpha=0.3)
    figure.savefig(out / "training.png", dpi=150)
    pyplot.close(figure)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="the file of a model as it was trained")
    parser.add_argument("--labels", type=Path, required=True, help="the folder that `noodle-trm label` has written")
    parser.add_argument("--out", type=Path, required=True, help="where models, cards, tables and plots go")
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parent.parent / "ir_corpus" / "programs")
    parser.add_argument("--split", default="held_out", choices=("development", "held_out"))
    parser.add_argument("--functions", type=int, default=0, help="of the split; 0 for all")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--rung", type=Kind.of, action="append", metavar="RUNG")
    parser.add_argument("--set", action="append", default=[], dest="changes", metavar="KEY=VALUE")
    parser.add_argument("--rounds", type=int, default=3, help="times that everything is timed")
    parser.add_argument("--cold", type=int, default=3, help="cold starts of each")
    return parser


if __name__ == "__main__":
    sys.exit(main())
