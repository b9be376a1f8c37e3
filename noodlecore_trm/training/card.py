"""What goes with the weights: what they were made from, how, and how good they are."""

from __future__ import annotations

import datetime
import platform
import subprocess
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import torch

from noodlecore_trm.teacher.players import SCARCE
from noodlecore_trm.training.config import FOLDERS
from noodlecore_trm.training.run import Run

_HEAD = """\
# The model that chooses

It scores the rewrites that may be made in a Python function. What it is worth is measured on program families that it
did not learn from.

"""
_METRICS = f"""\

## On the development split

`share` is the part of the best gains, as logarithms and with {SCARCE[0]} to {SCARCE[-1]} rewrites allowed, that plays
end with; `share_K` is that with K rewrites, and `share_first` that of plays with one supervision step only.

"""


def model_card(run: Run) -> dict[str, Any]:
    """The card of a run that has ended, as plain values: facts, metrics, settings and rules."""
    settings, corpus, kept = run.settings, run.corpus, run.kept
    functions = ", ".join(f"{count} {split.replace('_', ' ')}" for split, count in sorted(corpus.functions.items()))
    return {
        "facts": {
            "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC"),
            "commit": commit(),
            "corpus": f"{corpus.digest}, of functions: {functions}",
            "parameters": f"{sum(weight.numel() for weight in run.model.parameters()):,}",
            "trained for": f"{run.batch:,} batches of {settings.batch}, {run.seconds / 60:.1f} minutes: {run.ended}",
            "kept": f"the weights after batch {kept['batch']:,}, averaged",
            "made with": f"torch {torch.__version__}, Python {platform.python_version()}, {_machine(run)}",
        },
        "metrics": kept["metrics"],
        "settings": {name: value for name, value in vars(settings).items() if name not in FOLDERS},
        "rules": list(corpus.vocabulary.rules),
    }


def markdown(card: Mapping[str, Any]) -> str:
    """The card as a page."""
    metrics = {name: f"{value:.4f}" for name, value in card["metrics"].items()}
    settings = {name: f"`{value}`" for name, value in card["settings"].items()}
    return "".join(
        (
            _HEAD,
            _table(("", ""), card["facts"].items()),
            _METRICS,
            _table(("metric", "value"), metrics.items()),
            "\n## Settings\n\n",
            _table(("setting", "value"), settings.items()),
            "\n## Rules\n\nIn the order of their numbers: ",
            ", ".join(f"`{rule}`" for rule in card["rules"]),
            ".\n",
        )
    )


def commit() -> str:
    """The commit of this checkout, with a `+` if it was changed, or the version where there is none."""
    here = Path(__file__).parent

    def git(*words: str) -> str:
        done = subprocess.run(["git", "-C", str(here), *words], capture_output=True, text=True, timeout=30, check=True)
        return done.stdout.strip()

    try:
        return git("rev-parse", "HEAD") + ("+" if git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.SubprocessError):
        try:
            return f"version {version('noodlecore-trm')}"
        except PackageNotFoundError:
            return "unknown"


def _machine(run: Run) -> str:
    device = run.group.device
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else f"{torch.get_num_threads()} threads"
    return f"{run.group.size} x {name}" if run.group.size > 1 else name


def _table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {head[0]} | {head[1]} |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
    return "".join(f"{line}\n" for line in lines)
