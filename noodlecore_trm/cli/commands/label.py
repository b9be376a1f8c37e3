"""`noodle-trm label CORPUS...`: make what a model is trained on."""

from __future__ import annotations

import json
import os
import tempfile
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import is_zipfile

from noodlecore_trm.cli.arguments import whole_number
from noodlecore_trm.cli.console import CommandError, Console, one_line, plural
from noodlecore_trm.cli.jobs import cores, results
from noodlecore_trm.cli.writing import write_atomically
from noodlecore_trm.files import parse_json

if TYPE_CHECKING:
    from noodlecore_trm.teacher.corpus import Program
    from noodlecore_trm.teacher.cost import Weights
    from noodlecore_trm.teacher.labelling import Outcome, Task

HELP = "search for the best rewrites of the programs of a corpus, to train a model on"
DESCRIPTION = (
    "Explore the versions of every function of the programs of a corpus, price them by the work that is counted on the "
    "programs' calls, and write what each rewrite was worth: a file for each function. The programs are run, with "
    "effects on the outside forbidden. What is there already is not made again, so that a run that was stopped can go "
    "on. Needs numpy."
)

ENGINES: Final = ("local", "ray")
SETTINGS: Final = "settings.json"
"""What the labels in a folder were made with."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "corpus", nargs="*", metavar="CORPUS",
        help="programs: files and folders with FAMILY/NAME.py, and manifests of installed functions (.json)",
    )  # fmt: skip
    parser.add_argument("-o", "--out", metavar="DIR", required=True, help="where the labels go")
    parser.add_argument(
        "--generated", metavar="N", type=whole_number(0), default=0, help="N programs more, drawn by seeds from 0 on"
    )
    parser.add_argument(
        "--versions", metavar="N", type=whole_number(1), default=400, help="explore N versions of a function (400)"
    )
    parser.add_argument(
        "--split", metavar="NAME", choices=("train", "development", "held_out"),
        help="only families of this split: train, development or held_out",
    )  # fmt: skip
    parser.add_argument(
        "--weights", metavar="FILE",
        help="price by the weights in FILE, those of another interpreter, as `benchmarks/cost_model.py` writes them",
    )  # fmt: skip
    parser.add_argument(
        "--profiled", action="store_true",
        help="run the calls for a profile first, and label each function once for each that it has in them",
    )  # fmt: skip
    parser.add_argument("--limit", metavar="N", type=whole_number(1), help="stop after N functions")
    parser.add_argument(
        "--jobs", metavar="N", type=whole_number(0), default=0,
        help="functions worked on at once; 0, the default: by cores",
    )  # fmt: skip
    parser.add_argument(
        "--engine", metavar="NAME", choices=ENGINES, default="local",
        help="local, or ray for the processes of a Ray cluster (RAY_ADDRESS)",
    )  # fmt: skip
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")


def run(arguments: Namespace) -> int:
    console = Console(quiet=arguments.quiet)
    try:
        import numpy  # noqa: F401  (the labels are arrays)
    except ImportError:
        raise CommandError("labels need numpy: pip install 'noodlecore-trm[train]'") from None
    from noodlecore_trm.teacher.corpus import BadCorpus
    from noodlecore_trm.teacher.labelling import tasks

    try:
        programs, missing = _programs(arguments)
    except BadCorpus as problem:
        raise CommandError(str(problem)) from None
    if not programs:
        raise CommandError("no programs to label")
    weights = _weights(arguments.weights) if arguments.weights else None
    folder = _folder(arguments.out, arguments.versions, weights, arguments.profiled)
    with _temporary_files():
        found = tasks(programs, arguments.versions, weights, profiled=arguments.profiled)[: arguments.limit]
    waiting = [task for task in found if not is_zipfile(folder / f"{task.name}.npz")]
    made: list[Outcome] = []
    with (
        console.progress("Labelling", len(waiting)) as progress,
        _temporary_files(),
        closing(_outcomes(waiting, arguments.engine, arguments.jobs)) as outcomes,
    ):
        for outcome in outcomes:
            made.append(_kept(outcome, folder))
            progress.step()
            if outcome.failed:
                task = outcome.task
                console.warn(f"{task.program.family}/{task.program.name}.py: {task.qualname}: {outcome.reason}")
    if missing:
        console.say(f"{plural(len(missing), 'function')} of manifests left out, such as {missing[0]}")
    console.say(_summary(made, len(found) - len(waiting)))
    return 0


def _programs(arguments: Namespace) -> tuple[list[Program], list[str]]:
    """The programs that are asked for, and what of the manifests is not to be had here."""
    from noodlecore_trm.teacher.corpus import BadCorpus, read_programs, read_splits
    from noodlecore_trm.teacher.generated import generated
    from noodlecore_trm.teacher.harvest import read_manifest

    paths: list[str] = arguments.corpus
    if not paths and not arguments.generated:
        raise CommandError("which programs? Give files or folders, or --generated N")
    manifests = [path for path in paths if path.endswith(".json")]
    files = [path for path in paths if path not in manifests]
    found = [*(read_programs(files) if files else ()), *generated(arguments.generated)]
    missing: list[str] = []
    for path in manifests:
        programs, left_out = read_manifest(path)
        found += programs
        missing += left_out
    if arguments.split:
        splits = read_splits(paths or ["."])
        for family in sorted({each.family for each in found} - set(splits)):
            raise BadCorpus(f"the family {family} is in no split")
        found = [each for each in found if splits[each.family] == arguments.split]
    return found, missing


def _weights(path: str) -> Weights:
    from noodlecore_trm.teacher.cost import read_weights

    try:
        return read_weights(path)
    except OSError as error:
        raise CommandError(f"{path}: {one_line(error)}") from None
    except ValueError as error:
        raise CommandError(one_line(error)) from None


def _folder(out: str, versions: int, weights: Weights | None, profiled: bool) -> Path:
    """The folder for the labels, with the settings written down."""
    from noodlecore_trm.teacher.labelling import settings

    folder = Path(out)
    if folder.exists() and not folder.is_dir():
        raise CommandError(f"{out}: it is a file; labels go to a folder")
    wanted = json.loads(json.dumps(settings(versions, weights, profiled=profiled)))
    file = folder / SETTINGS
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = parse_json(file.read_bytes()) if file.exists() else None
        if there is None or not any(folder.glob("*.npz")):  # no labels to mix with others
            write_atomically(str(file), json.dumps(wanted, indent=1).encode() + b"\n")
            there = wanted
    except (OSError, ValueError) as error:
        raise CommandError(f"{file}: {one_line(error)}") from None
    if there != wanted:
        known = there if isinstance(there, dict) else {}
        changed = ", ".join(key for key in {**known, **wanted} if known.get(key) != wanted.get(key)) or "something"
        raise CommandError(f"{out} holds labels that were made with other settings: {changed}; give another --out")
    return folder


def _outcomes(waiting: Sequence[Task], engine: str, jobs: int) -> Generator[Outcome, None, None]:
    from noodlecore_trm.teacher.labelling import crashed, label

    if engine == "ray":
        from noodlecore_trm.cli.cluster import results_of_cluster

        return results_of_cluster(label, waiting, crashed)
    return results(label, waiting, jobs or cores(), crashed)


def _kept(outcome: Outcome, folder: Path) -> Outcome:
    """The outcome, with its labels in their file."""
    from noodlecore_trm.teacher.labelling import vocabulary
    from noodlecore_trm.teacher.labels import save_labels

    if outcome.labels is not None:
        try:
            save_labels(folder / f"{outcome.task.name}.npz", [outcome.labels], vocabulary())
        except OSError as error:
            raise CommandError(f"{folder}: {one_line(error)}") from None
    return outcome


@contextmanager
def _temporary_files() -> Iterator[None]:
    """A folder for what processes leave lying if they are stopped, here and in those that are started."""
    from noodlecore_trm.teacher.labelling import stop_counting

    before = tempfile.tempdir, os.environ.get("TMPDIR")
    with tempfile.TemporaryDirectory(prefix="noodle-label-", ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = os.environ["TMPDIR"] = folder
        try:
            yield
        finally:
            stop_counting()
            tempfile.tempdir, variable = before
            if variable is None:
                del os.environ["TMPDIR"]
            else:
                os.environ["TMPDIR"] = variable


def _summary(made: Sequence[Outcome], there: int) -> str:
    labels = [outcome.labels for outcome in made if outcome.labels is not None]
    parts = [f"{plural(len(labels), 'function')} labelled"]
    if labels:
        versions = sum(len(each.costs) for each in labels)
        samples = sum(len(each.samples) for each in labels)
        parts[0] += f" ({plural(versions, 'version')}, {plural(samples, 'sample')})"
    if there:
        parts.append(f"{there:,} there already")
    reasons = Counter(outcome.reason.partition(":")[0] for outcome in made if outcome.labels is None)
    parts += [f"{number:,} left out: {reason}" for reason, number in sorted(reasons.items())]
    return "; ".join(parts)
