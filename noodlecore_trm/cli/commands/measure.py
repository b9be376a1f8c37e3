"""`noodle-trm measure FILE --calls CALLS`: what the rewrites of each function are worth on given calls."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from noodlecore_trm.cli.arguments import add_flags, whole_number
from noodlecore_trm.cli.console import CommandError, Console, plural
from noodlecore_trm.cli.files import Unreadable, read
from noodlecore_trm.cli.settings import pipeline_options, resolve
from noodlecore_trm.errors import OptimizationError
from noodlecore_trm.feedback import FeedbackStore, MeasuredChange, StoreError, default_path

if TYPE_CHECKING:
    from noodlecore_trm.options import Options
    from noodlecore_trm.pipeline import Explored, Timed
    from noodlecore_trm.validate.bounds import TimeVerdict

HELP = "time the functions of a file that would be rewritten against their originals"
DESCRIPTION = (
    "Time each function of a file that would be rewritten against its original, on your calls or tests, and show what "
    "came out: the ratio of old time to new, its bounds at 99%, and how far apart the original is from a copy of "
    "itself. Old and new run in turn in fresh processes. Changes no file. With --explore N, N more plans for each "
    "function that your calls run are drawn and timed, also those that the model would not have chosen: what it can "
    "learn from."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", metavar="FILE", help="the file")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--no-feedback", action="store_true", help="do not write the store of measurements")
    parser.add_argument(
        "--explore", metavar="N", type=whole_number(0), default=0, help="draw and time N more plans for each function"
    )
    add_flags(parser, without=("format", "report", "measure", "explain-reasoning", "jobs", "no-cache"))


def _plain(timed: Timed) -> dict[str, Any]:
    known = {"function": timed.qualname, "line": timed.record.line, "rules": list(timed.rules)}
    return known | _numbers(timed.verdict)


def _plain_explored(explored: Explored) -> dict[str, Any]:
    rules = [draw.rule for draw in explored.draws]
    known = {"function": explored.qualname, "line": explored.line, "rules": rules, "explored": True}
    return known | _numbers(explored.verdict)


def _numbers(verdict: TimeVerdict) -> dict[str, Any]:
    numbers = {
        name: round(value, 4) if isfinite(value := getattr(verdict, name)) else None
        for name in ("ratio", "lower_bound", "upper_bound", "null_low", "null_high")
    }
    status = "slower" if verdict.is_slower else "faster" if verdict.accepted else "unclear"
    return numbers | {"rounds": verdict.rounds, "status": status, "detail": verdict.detail}


def _line(path: str, plain: dict[str, Any]) -> str:
    drawn = f"{', '.join(plain['rules'])}: " if "explored" in plain else ""
    head = f"{path}:{plain['line']}: {plain['function'] or 'the whole file'}: {drawn}{plain['status']}"
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


def _explored_change(path: str, explored: Explored) -> MeasuredChange:
    from noodlecore_trm.agent import identity_of
    from noodlecore_trm.encoding.taken import pack_taken

    plain, first = _plain_explored(explored), explored.draws[0]
    identity = identity_of(explored.before, path, explored.qualname)
    return MeasuredChange(
        ir_hash=identity, plan=tuple(plain["rules"]), outcome="explored", module=os.path.abspath(path),
        function=explored.qualname, chooser="drawn", model_version=getattr(explored.model, "version", ""),
        propensity=first.likely,
        ratio=plain["ratio"], lower_bound=plain["lower_bound"], upper_bound=plain["upper_bound"],
        samples=plain["rounds"], reason="drawn, and measured on given calls",
        sample=pack_taken(first.sample, first.place, explored.model.vocabulary, identity),
    )  # fmt: skip


def run(arguments: Namespace) -> int:
    path: str = arguments.path
    values, notes = resolve(arguments, [path])
    console = Console(quiet=bool(values["quiet"]))
    for note in notes:
        console.warn(note)
    options = pipeline_options(values)
    from noodlecore_trm.pipeline import explore, measure

    store = None if arguments.no_feedback else FeedbackStore(default_path(), say=console.warn)

    def tell(plain: dict[str, Any]) -> None:
        console.print((json.dumps(plain) if arguments.json else _line(path, plain)) + "\n")

    def keep(changes: Sequence[MeasuredChange]) -> None:
        nonlocal store
        try:
            if store is not None:
                store.write(changes)
        except StoreError as error:
            console.warn(str(error))
            store = None

    try:
        source = read(path)
        found = measure(source, filename=path, options=options)
        for timed in found:
            tell(_plain(timed))
        if not found:
            console.say(f"{path}: nothing would be rewritten")
        keep([_change(path, source, options, timed) for timed in found if isfinite(timed.verdict.ratio)])
        if arguments.explore:
            for explored in explore(source, filename=path, options=options, plans=arguments.explore):
                tell(_plain_explored(explored))
                if isfinite(explored.verdict.ratio):
                    keep([_explored_change(path, explored)])
    except (Unreadable, OptimizationError) as error:
        raise CommandError(f"{path}: {error}") from None
    return 0
