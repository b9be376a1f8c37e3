"""Learning from feedback, for `noodle-trm train`: what a run begins with, and what becomes of its model."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from noodlecore_trm.cli.console import CommandError, Console, one_line, plural

if TYPE_CHECKING:
    from noodlecore_trm.encoding import Vocabulary
    from noodlecore_trm.serving import Model
    from noodlecore_trm.training.config import Settings
    from noodlecore_trm.training.corpus import Corpus
    from noodlecore_trm.training.feedback import Beginning
    from noodlecore_trm.training.group import Group
    from noodlecore_trm.training.run import Run

MOST_ROWS: Final = 100_000
"""The newest rows are learned from, and no more."""
BASE: Final = "base.safetensors"


def collect(folder: Path, settings: Settings, store: str, since: float | None, base: str | None) -> Settings:
    """
    Put into the folder of a run what it begins with: a model, rows, and where they come from. Returns the settings with
    those that the model was made with. Raises CommandError, TRMAgentException and OSError.
    """
    from noodlecore_trm.feedback import FeedbackStore, Selection, default_path
    from noodlecore_trm.training.feedback import keep_lineage, keep_rows

    path, parent = _base(base or "active")
    file = Path(store) if store else default_path()
    if not file.is_file():
        raise CommandError(f"{file}: no such store of feedback")
    chosen = list(FeedbackStore(file).rows(Selection(since=since), newest_first=True, limit=MOST_ROWS))
    whole = path.read_bytes()
    model = _read(path)
    folder.mkdir(parents=True, exist_ok=True)
    count, digest = keep_rows(folder, reversed(chosen))
    (folder / BASE).write_bytes(whole)
    begun = "" if since is None else datetime.fromtimestamp(since, UTC).isoformat(timespec="seconds")
    keep_lineage(
        folder,
        {
            "parent": parent, "base": str(path.resolve()), "base_sha256": hashlib.sha256(whole).hexdigest(),
            "feedback": {"store": str(file.resolve()), "since": begun, "rows": count, "sha256": digest},
        },
    )  # fmt: skip
    shape = vars(model.architecture)
    same: dict[str, Any] = {each.name: shape[each.name] for each in fields(settings) if each.name in shape}
    return replace(settings, **same)


def _base(name: str) -> tuple[Path, str]:
    """The file of a model, and its version if it is one."""
    from noodlecore_trm.choosers.trm import whole_path
    from noodlecore_trm.registry import Registry

    registry = Registry()
    if name == "active":
        active = registry.active()
        return (whole_path(), "") if active is None else (active.model, active.name)
    if name in registry.names():
        return registry.read(name).model, name
    if not Path(name).is_file():
        raise CommandError(f"--base: {name} is neither a version of noodle-trm models nor a file")
    return Path(name), ""


def _read(path: Path) -> Model:
    from noodlecore_trm.serving import read_model

    try:
        return read_model(path)
    except ValueError as problem:
        raise CommandError(one_line(problem)) from None


def begin(folder: Path, settings: Settings, vocabulary: Vocabulary, console: Console) -> Beginning | None:
    """What `collect` put there; None for a run without feedback. Raises CommandError and TRMAgentException."""
    from noodlecore_trm.training.feedback import Beginning, choices_of, kept_lineage, kept_rows

    lineage = kept_lineage(folder)
    if lineage is None:
        return None
    choices, skipped = choices_of(kept_rows(folder), vocabulary, settings)
    for reason, count in skipped.most_common():
        console.say(f"{plural(count, 'row')} of feedback left out: {reason}")
    if not choices:
        raise CommandError(f"{lineage['feedback']['store']}: no row to learn from")
    beginning = Beginning(_read(folder / BASE), tuple(choices), lineage, skipped)
    about = plural(len(choices), "choice")
    console.say(f"{plural(beginning.rows, 'row')} of feedback to learn from, about {about}")
    return beginning


def made_run(settings: Settings, corpus: Corpus, folder: Path, group: Group, beginning: Beginning | None) -> Run:
    """A run of labels alone, or of feedback as well. Raises TRMAgentException."""
    from noodlecore_trm.training.feedback import FeedbackRun
    from noodlecore_trm.training.run import Run

    if beginning is None:
        return Run(settings, corpus, folder, group)
    return FeedbackRun(settings, corpus, folder, group, beginning)


def register(model: Path, beginning: Beginning, run: Run, console: Console) -> None:
    """Add the model of a run that has ended to the registry, as a candidate. Raises TRMAgentException."""
    from noodlecore_trm.registry import Registry
    from noodlecore_trm.registry.tracking import tracked
    from noodlecore_trm.training.folder import DEVELOPMENT
    from noodlecore_trm.training.logs import read_table

    registry = Registry()
    lineage = dict(beginning.lineage)
    parent = lineage.pop("parent")
    learned = {"learned_from": beginning.rows, "left_out": dict(beginning.skipped), "labels": run.corpus.digest}
    version = registry.add(model, parent=parent if parent in registry.names() else "", origin=lineage | learned)
    rows = [(int(row.pop("batch")), row) for row in read_table(run.folder / DEVELOPMENT)]
    tracked(
        registry.folder, version.name, params=vars(run.settings), metrics=rows,
        tags={"version": version.name, "parent": parent, "feedback": lineage["feedback"]["sha256"]},
    )  # fmt: skip
    console.say(f"a candidate: noodle-trm models promote {version.name} --labels {run.settings.labels}")
