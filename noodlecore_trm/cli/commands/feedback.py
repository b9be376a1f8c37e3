"""`noodle-trm feedback`: look at the store of measured changes, and bring rows in and out."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from noodlecore_trm.cli.arguments import add_actions
from noodlecore_trm.cli.console import CommandError, Console, one_line, plural
from noodlecore_trm.cli.writing import NotWritten, open_output
from noodlecore_trm.feedback.changes import OUTCOMES

if TYPE_CHECKING:
    from noodlecore_trm.feedback import FeedbackStore, MeasuredChange, Selection

HELP = "look at what optimized code did when it ran, and take it from one machine to another"
DESCRIPTION = (
    "The store of measured changes: what optimized code did when it ran, a row for each change, as hosts of TRMAgent "
    "and runs write it. It is the file feedback.sqlite3 in NOODLE_TRM_CACHE_DIR or the user's data folder."
)
FORMATS: Final = ("jsonl", "parquet")
_DURATION: Final = re.compile(r"(\d{1,9})([smhdw])")
_SECONDS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}


def moment(text: str) -> float:
    """Seconds since 1970 of `2026-11-21`, `2026-11-21T18:00` (local time) or `30d` (that long ago; also w, h, m, s)."""
    if found := _DURATION.fullmatch(text):
        return time.time() - int(found[1]) * _SECONDS[found[2]]
    try:
        return datetime.fromisoformat(text).timestamp()
    except (ValueError, OverflowError, OSError):
        raise ArgumentTypeError(f"{text!r} is no time such as 2026-11-21, 2026-11-21T18:00 or 30d") from None


def _count(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def add_store(parser: ArgumentParser) -> None:
    """The option that names the store."""
    parser.add_argument("--store", metavar="FILE", help="the store, instead of the user's")


def _add_selection(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--since", metavar="TIME", type=moment, help="measured at TIME or later: 2026-11-21, or 30d for days ago"
    )
    parser.add_argument("--until", metavar="TIME", type=moment, help="measured before TIME")
    for name, text in {
        "rule": "of this rule, alone",
        "module": "in this file",
        "function": "in functions of this qualified name",
        "ir-hash": "of the function with this identity",
        "chooser": "chosen by this chooser",
        "model-version": "chosen by this version of the model",
        "interpreter": "on this interpreter, such as 'CPython 3.11.7'",
    }.items():
        parser.add_argument(f"--{name}", metavar="TEXT", help=text)
    parser.add_argument("--outcome", metavar="NAME", choices=OUTCOMES, help=f"with this outcome: {', '.join(OUTCOMES)}")


def _show_arguments(parser: ArgumentParser) -> None:
    add_store(parser)
    _add_selection(parser)
    parser.add_argument("--limit", metavar="N", type=_count, default=20, help="show at most N rows (20)")


def _file_arguments(parser: ArgumentParser, text: str) -> None:
    parser.add_argument("file", metavar="FILE", help=text)
    add_store(parser)
    parser.add_argument(
        "--format", metavar="NAME", choices=FORMATS,
        help="jsonl or parquet (needs pyarrow); by the end of FILE if not given",
    )  # fmt: skip
    parser.add_argument("--keep-source", action="store_true", help="with the text of functions, which is left out else")


def _export_arguments(parser: ArgumentParser) -> None:
    _file_arguments(parser, "the file to write; - for standard output")
    _add_selection(parser)


def _import_arguments(parser: ArgumentParser) -> None:
    _file_arguments(parser, "the file to read; - for standard input")


def _prune_arguments(parser: ArgumentParser) -> None:
    add_store(parser)
    parser.add_argument("--before", metavar="TIME", type=moment, help="drop what was measured before TIME, such as 90d")
    parser.add_argument("--most", metavar="N", type=_count, help="drop the oldest rows until there are at most N")


ACTIONS: Final[dict[str, tuple[str, Callable[[ArgumentParser], None]]]] = {
    "show": ("show how many rows there are, what became of the changes, and the newest rows", _show_arguments),
    "export": ("write rows to a file of JSON lines or a Parquet file", _export_arguments),
    "import": ("take over the rows of a file that `export` wrote, but for those that are here", _import_arguments),
    "prune": ("drop old rows", _prune_arguments),
}


def add_arguments(parser: ArgumentParser) -> None:
    add_actions(parser, ACTIONS)


def run(arguments: Namespace) -> int:
    from noodlecore_trm.feedback import StoreError

    console = Console()
    try:
        return _RUN[arguments.action](open_store(arguments, console), arguments, console)
    except StoreError as problem:
        raise CommandError(problem.message) from None


def open_store(arguments: Namespace, console: Console) -> FeedbackStore:
    """The store that the arguments name."""
    from noodlecore_trm.feedback import FeedbackStore, default_path

    path = default_path() if arguments.store is None else Path(arguments.store)
    create = arguments.store is None or getattr(arguments, "action", "") == "import"
    if not create and not path.exists():
        raise CommandError(f"{path}: no such file")
    keep_source = getattr(arguments, "keep_source", False)
    return FeedbackStore(path, keep_source=keep_source, create=create, say=console.warn)


def _selection(arguments: Namespace) -> Selection:
    from dataclasses import fields

    from noodlecore_trm.feedback import Selection

    return Selection(**{item.name: getattr(arguments, item.name) for item in fields(Selection)})


def _show(store: FeedbackStore, arguments: Namespace, console: Console) -> int:
    selection = _selection(arguments)
    counts = store.counts(selection)
    whole = sum(counts.values())
    console.say(f"{store.path}: {plural(whole, 'row')}")
    if whole:
        console.say(", ".join(f"{count:,} {outcome}" for outcome, count in counts.items()))
    for row in store.rows(selection, newest_first=True, limit=arguments.limit):
        console.print(f"{_line(row)}\n")
    return 0


def _line(row: MeasuredChange) -> str:
    from noodlecore_trm.cli.console import printable

    when = datetime.fromtimestamp(row.time).isoformat(" ", "seconds")
    known = row.lower_bound is not None and row.upper_bound is not None
    bounds = f" [{row.lower_bound:.3f}, {row.upper_bound:.3f}]" if known else ""
    ratio = "not measured" if row.ratio is None else f"{row.ratio:.3f} times as fast{bounds}"
    by = f"{row.chooser} {row.model_version}".strip() or "nobody"
    where = f"{row.module}:{row.function}" if row.function else row.module
    reason = f" ({row.reason})" if row.reason else ""
    rules = ", ".join(row.plan) or "nothing"
    return printable(f"{when}  {where}  {rules}: {ratio}, {row.outcome}, chosen by {by}{reason}")


def _format(arguments: Namespace) -> str:
    chosen: str | None = arguments.format
    return chosen or ("parquet" if arguments.file.endswith(".parquet") else "jsonl")


def _export(store: FeedbackStore, arguments: Namespace, console: Console) -> int:
    from noodlecore_trm.feedback.exchange import write_json_lines, write_parquet

    write = write_parquet if _format(arguments) == "parquet" else write_json_lines
    rows = store.rows(_selection(arguments))
    with _explained(arguments.file), _made(arguments.file) as file:
        count = write(rows, file, keep_source=arguments.keep_source)
    console.say(f"wrote {plural(count, 'row')}")
    return 0


@contextmanager
def _explained(path: str) -> Iterator[None]:
    """What is wrong with a file of rows, as CommandError."""
    from noodlecore_trm.feedback.exchange import BadRows

    try:
        yield
    except ImportError:
        raise CommandError("Parquet needs pyarrow: pip install 'noodlecore-trm[parquet]'") from None
    except BadRows as problem:
        raise CommandError(f"{path}: {problem}; nothing was stored") from None
    except NotWritten as problem:
        raise CommandError(f"{path}: {problem}") from None
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise CommandError(f"{path}: {one_line(problem)}") from None


@contextmanager
def _made(path: str) -> Iterator[IO[bytes]]:
    """A file to write, which only its owner can read if it is new; - is standard output."""
    if path == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with open_output(path, mode=0o600) as file:
        yield file


def _import(store: FeedbackStore, arguments: Namespace, console: Console) -> int:
    from noodlecore_trm.feedback.exchange import read_json_lines, read_parquet

    read = read_parquet if _format(arguments) == "parquet" else read_json_lines
    with _explained(arguments.file), _seekable(arguments.file) as file:
        seen = sum(1 for _ in read(file))  # all of it is looked at before any of it is stored
        file.seek(0)
        new = store.write(read(file))
    console.say(f"{plural(new, 'row')} of {seen:,} were new")
    return 0


@contextmanager
def _seekable(path: str) -> Iterator[IO[bytes]]:
    if path != "-":
        with open(path, "rb") as file:
            yield file
        return
    with tempfile.TemporaryFile() as copy:
        while part := sys.stdin.buffer.read(1 << 20):
            copy.write(part)
        copy.seek(0)
        yield copy


def _prune(store: FeedbackStore, arguments: Namespace, console: Console) -> int:
    if arguments.before is None and arguments.most is None:
        raise CommandError("nothing is dropped without --before or --most")
    dropped = store.prune(before=arguments.before, most=arguments.most)
    console.say(f"dropped {plural(dropped, 'row')}")
    return 0


_RUN: Final[dict[str, Callable[[FeedbackStore, Namespace, Console], int]]] = {
    "show": _show,
    "export": _export,
    "import": _import,
    "prune": _prune,
}
