"""`noodle-trm measure FILE --calls CALLS`: what the rewrites of each function are worth on given calls."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from math import isfinite
from typing import TYPE_CHECKING, Any

from noodlecore_trm.cli.arguments import add_flags
from noodlecore_trm.cli.console import CommandError, Console, plural
from noodlecore_trm.cli.files import Unreadable, read
from noodlecore_trm.cli.settings import pipeline_options, resolve
from noodlecore_trm.errors import OptimizationError
from noodlecore_trm.feedback import FeedbackStore, MeasuredChange, StoreError, default_path

if TYPE_CHECKING:
    from noodlecore_trm.options import Options
    from noodlecore_trm.pipeline import Timed

HELP = "time the functions of a file that would be rewritten against their originals"
DESCRIPTION = (
    "Time each function of a file that would be rewritten against its original, on your calls or tests, and show what "
    "came out: the ratio of old time to new, its bounds at 99%, and how far apart the original is from a copy of "
    "itself. Old and new run in turn in fresh processes. Changes no file."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", metavar="FILE", help="the file")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--no-feedback", action="store_true", help="do not write the store of measurements")
    add_flags(parser, without=("format", "report", "measure", "explain-reasoning", "jobs", "no-cache"))


def _plain(timed: Timed) -> dict[str, Any]:
    verdict = timed.verdict
    numbers = {
        name: round(value, 4) if isfinite(value := getattr(verdict, name)) else None
        for name in ("ratio", "lower_bound", "upper_bound", "null_low", "null_high")
    }
    status = "slower" if verdict.is_slower else "faster" if verdict.accepted else "unclear"
    known = {"function": timed.qualname, "line": timed.record.line, "rules": list(timed.rules), **numbers}
    return known | {"rounds": verdict.rounds, "status": status, "detail": verdict.detail}


def _line(path: str, plain: dict[str, Any]) -> str:
    head = f"{path}:{plain['line']}: {plain['function'] or 'the whole file'}: {plain['status']}"
    if plain["ratio"] is None:
        return f"{head}: {plain['detail']}"
    return (
        f"{head}: {plain['ratio']:.3f} times as fast ({plain['lower_bound']:.3f} to {plain['upper_bound']:.3f}, "
        f"the same code {plain['null_low']:.3f} to {plain['null_high']:.3f}, {plural(plain['rounds'], 'round')})"
    )


def _change(path: str, source: bytes, options: Options, timed: Timed) -> MeasuredChange:
    from noodlecore_trm.agent import identity_of, sample_of

    plain, record = _plain(timed), timed.record
    outcome = {"faster": "kept", "slower": "slower", "unclear": "unclear"}[plain["status"]]
    return MeasuredChange(
        ir_hash=identity_of(source, path, timed.qualname), plan=timed.rules, outcome=outcome,
        module=os.path.abspath(path), function=timed.qualname, chooser=record.chooser, model_version=record.model,
        fallback_reason=record.fallback_reason, ratio=plain["ratio"],
        predicted=round(record.predicted, 4) if record.kept else None,
        lower_bound=plain["lower_bound"], upper_bound=plain["upper_bound"], samples=plain["rounds"],
        reason="measured on given calls", propensity=1.0,
        sample=sample_of(source, path, timed.qualname, timed.rules[0], options=options) if timed.rules else b"",
    )  # fmt: skip


def run(arguments: Namespace) -> int:
    path: str = arguments.path
    values, notes = resolve(arguments, [path])
    console = Console(quiet=bool(values["quiet"]))
    for note in notes:
        console.warn(note)
    options = pipeline_options(values)
    from noodlecore_trm.pipeline import measure

    try:
        source = read(path)
        found = measure(source, filename=path, options=options)
    except (Unreadable, OptimizationError) as error:
        raise CommandError(f"{path}: {error}") from None
    for plain in map(_plain, found):
        console.print((json.dumps(plain) if arguments.json else _line(path, plain)) + "\n")
    if not found:
        console.say(f"{path}: nothing would be rewritten")
    if not arguments.no_feedback:
        try:
            FeedbackStore(default_path(), say=console.warn).write(
                [_change(path, source, options, timed) for timed in found if isfinite(timed.verdict.ratio)]
            )
        except StoreError as error:
            console.warn(str(error))
    return 0
