"""`noodle-trm train`: train the model that chooses."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from noodlecore_trm.cli.commands.feedback import moment
from noodlecore_trm.cli.console import CommandError, Console, one_line
from noodlecore_trm.errors import TRMAgentException
from noodlecore_trm.files import write_whole

if TYPE_CHECKING:
    from noodlecore_trm.training.config import Settings
    from noodlecore_trm.training.run import Progress, Run

HELP = "train the model that chooses, from labels"
DESCRIPTION = (
    "Train the model that chooses from what `noodle-trm label` wrote. RUN is the folder of the run: settings, "
    "checkpoint, logs, the learning curve, and in the end the weights and their model card. If it holds a run already, "
    "that goes on as if it had never stopped. Started by torchrun, the processes share the work."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="RUN", help="the folder of the run")
    parser.add_argument("--labels", metavar="DIR", help="the folder of the labels")
    parser.add_argument("--corpus", metavar="DIR", help="the folder of the corpus, whose splits.json counts")
    parser.add_argument("--recipe", metavar="NAME", help="a shipped recipe (cpu, quick, feedback) or a TOML file")
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], dest="changes", help="a setting that is another"
    )
    parser.add_argument(
        "--from-feedback", nargs="?", const="", metavar="STORE",
        help="go on from a trained model, and learn from a store of feedback as well, the user's by default; in the "
        "end the model is added to `noodle-trm models`",
    )  # fmt: skip
    parser.add_argument(
        "--since", metavar="TIME", type=moment,
        help="only feedback that was measured at TIME or later: 2026-11-21, or 30d for days ago",
    )
    parser.add_argument(
        "--base", metavar="MODEL", help="the model to go on from: a version or a file; the active version by default"
    )
    parser.add_argument("--device", metavar="DEVICE", help="auto, cpu or cuda")
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")


def run(arguments: Namespace) -> int:
    from noodlecore_trm.training.config import FOLDERS, find_recipe, override, read_settings
    from noodlecore_trm.training.folder import SETTINGS, check_folder

    folder = Path(arguments.folder)
    changes = list(arguments.changes)
    changes += [f"device={arguments.device}"] if arguments.device else []
    changes += [f"{name}={Path(given).resolve()}" for name in FOLDERS if (given := getattr(arguments, name))]
    try:
        recipe = read_settings(find_recipe(arguments.recipe)) if arguments.recipe else None
        taught = arguments.from_feedback is not None
        if not taught and (arguments.since is not None or arguments.base):
            raise CommandError("--since and --base go with --from-feedback")
        if begun := (folder / SETTINGS).exists():
            settings = _go_on(read_settings(folder / SETTINGS), recipe, changes)
        else:
            settings = override(recipe or read_settings(find_recipe("feedback" if taught else "cpu")), changes)
        if not settings.labels:
            raise CommandError("--labels is missing: the folder of what `noodle-trm label` wrote")
        _need("torch", "numpy", "safetensors")
        check_folder(folder, begun=begun)
        if taught and not begun:
            from noodlecore_trm.cli.feeding import collect

            settings = collect(folder, settings, arguments.from_feedback, arguments.since, arguments.base)
        return _train(folder, settings, arguments.quiet)
    except TRMAgentException as problem:
        raise CommandError(problem.message) from None


def _go_on(stored: Settings, recipe: Settings | None, changes: list[str]) -> Settings:
    """The settings of a run that was begun, which must not be others now."""
    from noodlecore_trm.training.config import FOLDERS, MAY_CHANGE, override

    wanted = override(recipe or stored, changes)
    for name, value in vars(stored).items():
        now = getattr(wanted, name)
        if now != value and name not in MAY_CHANGE:
            may = ", ".join(sorted(MAY_CHANGE))
            raise CommandError(f"{name}: the run was begun with {value}, and goes on with that; only {may} may change")
    folders: dict[str, Any] = {name: getattr(wanted, name) or getattr(stored, name) for name in FOLDERS}
    return replace(wanted, **folders)


def _need(*packages: str) -> None:
    for name in packages:
        if find_spec(name) is None:
            raise CommandError(f"training needs {name}: pip install 'noodlecore-trm[train]'")


def _train(folder: Path, settings: Settings, quiet: bool) -> int:
    from noodlecore_trm.cli.feeding import begin, made_run, register
    from noodlecore_trm.encoding import BadSamples
    from noodlecore_trm.teacher.corpus import BadCorpus
    from noodlecore_trm.training.corpus import read_corpus
    from noodlecore_trm.training.folder import MODEL, SETTINGS
    from noodlecore_trm.training.group import joined
    from noodlecore_trm.training.run import INTERRUPTED

    try:
        corpus = read_corpus(Path(settings.labels), Path(settings.corpus) if settings.corpus else None)
    except (BadSamples, BadCorpus) as problem:
        raise CommandError(one_line(problem)) from None
    with joined(settings.device) as group:
        console = Console(quiet=quiet or not group.leads)
        if group.leads:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder / SETTINGS, settings.to_toml().encode())
        beginning = begin(folder, settings, corpus.vocabulary, console)
        run = made_run(settings, corpus, folder, group, beginning)
        weights = sum(weight.numel() for weight in run.model.parameters())
        console.say(
            f"{len(corpus.train):,} functions to learn from, {len(corpus.development):,} to judge by; "
            f"{weights:,} weights; {group.size} x {group.device}"
        )
        if run.batch:
            console.say(f"{folder}: goes on after batch {run.batch:,}")
        with progress_line(console) as watch:
            ended = run.train(watch)
        if group.leads:
            for line in _deliver(run, folder):
                console.say(line)
            if run.ended and beginning is not None:
                register(folder / MODEL, beginning, run, console)
        run.close()
    if ended == INTERRUPTED:
        console.warn(f"interrupted after batch {run.batch:,}; noodle-trm train {folder} goes on")
        return 130
    return 0


def _deliver(run: Run, folder: Path) -> list[str]:
    """Draw the curve and, if the run has ended, write weights and card; what to say about it."""
    from noodlecore_trm.serving import write_model
    from noodlecore_trm.training.card import markdown, model_card
    from noodlecore_trm.training.curve import draw_curve
    from noodlecore_trm.training.folder import CARD, CURVE, MODEL

    drawn = draw_curve(folder, run.kept.get("batch", 0))
    lines = [f"{folder / CURVE}" if drawn else "no curve is drawn: matplotlib is not installed"]
    if run.ended:
        card = model_card(run)
        write_whole(folder / CARD, markdown(card).encode())
        weights = {name: weight.cpu().numpy() for name, weight in run.kept["weights"].items()}
        config, words = asdict(run.model.config), run.corpus.vocabulary
        write_model(folder / MODEL, config, words, weights, card, run.settings.stored)
        share, kept = run.kept["metrics"]["share"], run.kept["batch"]
        lines.append(f"{run.ended} after {run.batch:,} batches; {share:.1%} of the best gains after {kept:,}")
        lines.append(f"{folder / MODEL}")
    return lines


@contextmanager
def progress_line(console: Console) -> Iterator[Callable[[Progress], None]]:
    """A line that is written anew after each batch, on a terminal, and one that stays for each look at what it can."""
    live = not console.quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    drawn, seen = 0.0, 0

    def clear() -> None:
        if live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def watch(progress: Progress) -> None:
        nonlocal drawn, seen
        text = f"batch {progress.batch:,} of {progress.batches:,}, loss {progress.loss:.3f}"
        if progress.looked > seen:
            seen = progress.looked
            clear()
            console.say(f"{text}, {progress.share:.1%} of the best gains, {progress.seconds / 60:.1f} min")
        if live and time.monotonic() - drawn > 0.2:
            drawn = time.monotonic()
            sys.stderr.write(f"\r\x1b[K{text}, {progress.left / 60:.1f} min left")
            sys.stderr.flush()

    try:
        yield watch
    finally:
        clear()
