"""`noodle-trm run PROGRAM`: run a program with its functions optimized, and measure them on the calls it makes."""

from __future__ import annotations

import argparse
import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import asdict, replace
from math import isfinite
from typing import TYPE_CHECKING, Any

from noodlecore_trm.cli.arguments import add_flags, add_program
from noodlecore_trm.cli.cache import open_cache
from noodlecore_trm.cli.console import CommandError, Console, one_line, plural
from noodlecore_trm.cli.report import assemble, render
from noodlecore_trm.cli.settings import pipeline_options, resolve
from noodlecore_trm.cli.work import Task, optimize_file
from noodlecore_trm.feedback import FeedbackStore, MeasuredChange, Selection, StoreError, default_path
from noodlecore_trm.live.session import Optimized, Row, Session
from noodlecore_trm.receipts import FileReceipt, FunctionReceipt

if TYPE_CHECKING:
    from noodlecore_trm.options import Options

HELP = "run a program with its functions optimized, and measure them on the calls it makes"
DESCRIPTION = (
    "Run a program with the optimized functions of its own files in the place of the originals; its files stay as they "
    "are. A few calls run the original instead, drawn by lot, so that both are measured; a function that turns out "
    "slower or different is switched back at once. Options of this command come before the program; everything after "
    "it is the program's. The exit code is that of the program, and its output and input are its own."
)
DEFAULT_SHARE = 0.01
_NOT_HERE = ("format", "report", "calls", "tests", "measure", "explain-reasoning", "jobs")


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return share


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--sample", metavar="R", type=_share, default=DEFAULT_SHARE,
        help=f"the share of processor time that measuring may take; 0 measures nothing ({DEFAULT_SHARE:g})",
    )
    parser.add_argument(
        "--review", metavar="DIR", help="write what to send for review of a function that was switched back to DIR"
    )
    parser.add_argument("--no-feedback", action="store_true", help="neither read nor write the store of measurements")
    add_flags(parser, without=_NOT_HERE)
    add_program(parser)


class Run:
    """What is optimized for a program, and what it tells of that."""

    def __init__(self, console: Console, options: Options, store: FeedbackStore | None, *, cached: bool) -> None:
        self.console = console
        self.options = options
        self.store = store
        self.review: str | None = None
        self._cache = open_cache(asdict(options)) if cached else None
        self.receipts: dict[str, FileReceipt] = {}
        self.texts: dict[str, tuple[bytes, bytes]] = {}
        self.rows: dict[tuple[str, str], Row] = {}

    def optimized(self, path: str, source: bytes) -> Optimized | None:
        """What a file of the program is optimized to, or None."""
        outcome = optimize_file(Task(path, self.options, self._cache, source))
        if outcome.kind != "changed":
            if outcome.kind == "broken":
                self.console.warn(outcome.problem)
            return None
        self.receipts[path] = outcome.receipt
        self.texts[path] = source, outcome.after
        held = self._held(path, source)
        for name in sorted(held):
            self.console.say(f"{path}: {name} runs as it is: it was switched back in an earlier run")
        pure = frozenset[str]() if self.options.fp_relaxed else pure_functions(source, outcome.after)
        return Optimized(outcome.after, pure, held)

    def _held(self, path: str, source: bytes) -> frozenset[str]:
        """Functions that an earlier run has switched back with the same rewrites."""
        if self.store is None or not self.store.path.exists():
            return frozenset()
        try:
            rows = list(self.store.rows(Selection(module=path, outcome="switched_back")))
        except StoreError as error:
            self._without_store(error)
            return frozenset()
        return frozenset(
            row.function for row in rows
            if row.plan == self._plan(path, row.function) and row.ir_hash == _identity(path, source, row.function)
        )

    def _plan(self, path: str, function: str) -> tuple[str, ...]:
        """The rules that rewrote a function and what is inside of it."""
        return tuple(
            change.rule
            for each in self.receipts[path].functions
            if each.qualname == function or each.qualname.startswith(f"{function}.<locals>.")
            for change in each.kept
        )

    def heard(self, row: Row) -> None:
        """Take in what the program has measured of a function."""
        key = (row["path"], row["function"])
        before = self.rows.get(key)
        if before is not None and before["state"] != "measured":
            return
        self.rows[key] = row
        if row["state"] != "measured":
            self._tell(row)
            self._keep([row])

    def _tell(self, row: Row) -> None:
        path, name = row["path"], row["function"]
        rules = ", ".join(dict.fromkeys(self._plan(path, name)))
        self.console.warn(f"{path}:{row['line']}: {name} is switched back to its original: {row['detail']}")
        self.console.warn(f"    made by {rules}; `# noodle: off` at the end of its def line keeps it as it is")
        if self.review is None:
            self.console.warn("    --review DIR writes what to send for a review: the receipt, both texts, the figures")
            return
        folder = os.path.join(self.review, f"{os.path.basename(path)}-{name}")
        before, after = self.texts[path]
        receipt = render(assemble([self.receipts[path]], self.options), "json").encode()
        parts = {
            "before.py": before, "after.py": after, "receipt.json": receipt,
            "measured.json": json.dumps({key: _number(value) for key, value in row.items()}, indent=1).encode() + b"\n",
        }
        try:
            os.makedirs(folder, exist_ok=True)
            for file, data in parts.items():
                with open(os.path.join(folder, file), "wb") as out:
                    out.write(data)
            self.console.warn(f"    for a review: {folder}")
        except OSError as error:
            self.console.warn(f"    {folder}: {one_line(error)}")

    def finish(self) -> None:
        """Store what was measured and sum it up."""
        measured = [row for row in self.rows.values() if row["state"] == "measured" and row["rounds"]]
        self._keep(measured)
        faster = [row for row in measured if _is_faster(row)]
        back = sum(row["state"] != "measured" for row in self.rows.values())
        for row in faster:
            self.console.say(
                f"{row['path']}:{row['line']}: {row['function']} is {row['ratio']:.2f} times as fast "
                f"({row['lower_bound']:.2f} to {row['upper_bound']:.2f}, {plural(row['rounds'], 'round')})"
            )
        parts = [f"{plural(len(self.receipts), 'file')} optimized"]
        parts += [f"{plural(len(measured) + back, 'function')} measured"]
        parts += [f"{len(faster):,} faster beyond doubt", f"{back:,} switched back"]
        self.console.say(", ".join(parts))

    def _keep(self, rows: Iterable[Row]) -> None:
        if self.store is not None:
            try:
                self.store.write([self._change(row) for row in rows])
            except StoreError as error:
                self._without_store(error)

    def _without_store(self, error: StoreError) -> None:
        self.console.warn(str(error))
        self.store = None

    def _change(self, row: Row) -> MeasuredChange:
        path, name = row["path"], row["function"]
        receipt = next((each for each in self.receipts[path].functions if each.qualname == name), None)
        known = isfinite(row["ratio"])
        sample = self._sample(path, name, receipt)
        outcome = "kept" if _is_faster(row) else "unclear"
        return MeasuredChange(
            ir_hash=_identity(path, self.texts[path][0], name),
            plan=self._plan(path, name),
            outcome=outcome if row["state"] == "measured" else "switched_back",
            module=path,
            function=name,
            chooser="" if receipt is None else receipt.chooser,
            fallback_reason="" if receipt is None else receipt.fallback_reason,
            model_version="" if receipt is None else receipt.model,
            predicted=None if receipt is None else receipt.predicted,
            ratio=row["ratio"] if known else None,
            lower_bound=row["lower_bound"] if known else None,
            upper_bound=row["upper_bound"] if known else None,
            samples=row["rounds"],
            sample=sample,
            propensity=1.0 if sample else None,
            execution_time=row["after"] or None,
            reason=row["detail"] or "measured on the calls of a program",
        )

    def _sample(self, path: str, name: str, receipt: FunctionReceipt | None) -> bytes:
        """What a model can learn from."""
        if receipt is None or len(receipt.kept) != len(self._plan(path, name)):
            return b""  # part of it was done in functions inside of it
        from noodlecore_trm.agent import first_sample

        return first_sample(self.texts[path][0], path, receipt, self.options)


def _is_faster(row: Row) -> bool:
    return bool(row["lower_bound"] > max(1.0, row["null_high"]))


def _number(value: Any) -> Any:
    return None if isinstance(value, float) and not isfinite(value) else value


def _identity(path: str, source: bytes, function: str) -> str:
    from noodlecore_trm.agent import identity_of

    return identity_of(source, path, function)


def pure_functions(*texts: bytes) -> frozenset[str]:
    """The functions that can do nothing but compute, in every one of these texts."""
    from noodlecore_trm.ir.facts import ModuleFacts
    from noodlecore_trm.ir.facts.purity import effect_free
    from noodlecore_trm.ir.recursion import deep_recursion
    from noodlecore_trm.parse import parse_module
    from noodlecore_trm.translate import translate

    with deep_recursion():
        found = [effect_free(ModuleFacts(translate(parse_module(text)))) for text in texts]
    return frozenset.intersection(*found)


def run(arguments: Namespace) -> int:
    program: str = arguments.program
    if not arguments.module and not os.path.exists(program):
        raise CommandError(f"{program}: no such file" + ("" if program.endswith(".py") else "; a module takes -m"))
    values, notes = resolve(arguments, [] if arguments.module else [program])
    console = Console(quiet=bool(values["quiet"]))
    for note in notes:
        console.warn(note)
    options = replace(pipeline_options(values), calls=None, tests=None, measure=False)
    store = None if arguments.no_feedback else FeedbackStore(default_path(), say=console.warn)
    job = Run(console, options, store, cached=not values["no-cache"])
    job.review = arguments.review
    session = Session(
        job.optimized, arguments.sample, job.heard, lambda error: console.warn(f"internal error: {one_line(error)}")
    )
    code = session.run("module" if arguments.module else "script", program, arguments.arguments)
    job.finish()
    return code
