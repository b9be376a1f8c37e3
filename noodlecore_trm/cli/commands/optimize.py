"""`noodle-trm optimize PATH...`: the main job."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from noodlecore_trm.cli.arguments import add_flags
from noodlecore_trm.cli.cache import open_cache
from noodlecore_trm.cli.console import CommandError, Console, one_line, plural
from noodlecore_trm.cli.differences import coloured, unified
from noodlecore_trm.cli.files import Found, Input, Unreadable, find, read
from noodlecore_trm.cli.jobs import cores, results
from noodlecore_trm.cli.report import assemble, reasoning_lines, render, write_report
from noodlecore_trm.cli.settings import pipeline_options, resolve
from noodlecore_trm.cli.work import Outcome, Task, crashed, optimize_file, weight
from noodlecore_trm.cli.writing import FULL, NotWritten, rewrite, spare_program, told, write_output
from noodlecore_trm.receipts import FileReceipt
from noodlecore_trm.validate.project import place_in

HELP = "make programs faster (by default, show a diff and write nothing)"
DESCRIPTION = (
    "Make Python programs faster without changing what they do. Shows a unified diff and writes nothing, unless told "
    "to. PATH is a file, a directory (all .py files below it), or - for standard input, whose optimized text goes to "
    "standard output."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, directories, or - for standard input")
    parser.add_argument(
        "-o", "--output", metavar="OUT",
        help="write to OUT: a file for a file, a directory (mirroring the tree) for a directory",
    )
    parser.add_argument("--diff", action="store_true", help="show a unified diff (the default)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if anything would change")
    parser.add_argument("--write", action="store_true", help="change the files in place")
    add_flags(parser)


@dataclass(slots=True)
class Tally:
    """What happened so far."""

    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    rewrites: int = 0
    wrong: bool = False
    """Whether something went wrong that exit code 2 must tell."""
    receipts: list[FileReceipt] = field(default_factory=list)


def _mode(arguments: Namespace) -> str:
    """diff, check, write or output."""
    if arguments.output == "":
        raise CommandError("-o: it needs a file, a folder or -")
    given = [name for name in ("output", "diff", "check", "write") if getattr(arguments, name)]
    if len(given) > 1 and given != ["diff", "check"]:
        names = " and ".join("-o" if name == "output" else f"--{name}" for name in given)
        raise CommandError(f"{names} exclude each other")
    return "check" if arguments.check else given[0] if given else "diff"


def _targets(inputs: Sequence[Input], paths: Sequence[str], output: str) -> dict[str, str]:
    """Where each input goes. Raises CommandError if two go to one place, or one onto an input."""
    folder = len(paths) > 1 or os.path.isdir(paths[0]) or os.path.isdir(output) or output.endswith("/")
    if folder and os.path.lexists(output) and not os.path.isdir(output):
        raise CommandError(f"{output}: not a directory, and there is more than one file to write")
    targets: dict[str, str] = {}
    owners: dict[str, str] = {}
    sources = {os.path.realpath(item.path) for item in inputs}
    for item in inputs:
        inside = item.inside
        if len(paths) > 1 and os.path.isdir(item.root):
            inside = os.path.join(os.path.basename(os.path.abspath(item.root)), inside)
        target = os.path.join(output, inside) if folder else output
        real = os.path.realpath(target)
        if real in sources:
            raise CommandError(f"{target}: that would overwrite an input; use --write to change files in place")
        if real in owners:
            raise CommandError(f"{target}: both {owners[real]} and {item.path} would be written there")
        owners[real] = item.path
        targets[item.path] = target
    return targets


def _without_links(found: Found, paths: Sequence[str]) -> list[Input]:
    """
    The inputs, less symlinks found in directories whose file is worked on itself or lies outside
    the given paths (of which a note tells).
    """
    roots = [os.path.realpath(path) for path in paths]
    real = {os.path.realpath(item.path) for item in found.inputs if not os.path.islink(item.path)}
    kept: list[Input] = []
    for item in found.inputs:
        if os.path.islink(item.path):
            target = os.path.realpath(item.path)
            inside = any(target == root or target.startswith(os.path.join(root, "")) for root in roots)
            if target in real:
                continue
            if not item.named and not inside:
                found.notes.append(f"{item.path}: symlink to {target}, outside the given paths; left as it is")
                continue
            real.add(target)
        kept.append(item)
    return kept


def _shown(path: str) -> str:
    """The path as a diff names it: relative to here if it is below."""
    absolute, here = os.path.abspath(path), os.getcwd()
    return os.path.relpath(absolute, here) if absolute.startswith(os.path.join(here, "")) else path


class Run:
    """One call of the command over files."""

    def __init__(self, console: Console, mode: str, arguments: Namespace, values: dict[str, Any]) -> None:
        self.console = console
        self.mode = mode
        self.shows_diff = mode == "diff" or arguments.diff
        self.values = values
        self.options = pipeline_options(values)
        self.tally = Tally()
        self.keeps_receipts = bool(values["report"] or values["format"])
        if values["report"]:
            spare_program(values["report"], "--report")
        if values["format"] in ("json", "sarif") and self._report_path == "-":
            if arguments.diff:
                form = values["format"]
                raise CommandError(f"--diff and --format {form} both go to standard output; add --report FILE")
            self.shows_diff = False

    @property
    def _report_path(self) -> str | None:
        """Where the receipt goes: a file, - for standard output, or None for nowhere."""
        path: str | None = self.values["report"]
        return path or ("-" if self.values["format"] else None)

    def count(self, outcome: Outcome, *, named: bool) -> None:
        """Take note of an outcome and tell of its problem, if any."""
        tally = self.tally
        if self.keeps_receipts:
            tally.receipts.append(outcome.receipt)
        if self.values["explain-reasoning"]:
            for line in reasoning_lines(outcome.path, outcome.reasoning):
                self.console.say(line)
        match outcome.kind:
            case "changed":
                tally.changed += 1
                tally.rewrites += len(outcome.receipt.kept)
            case "unchanged":
                tally.unchanged += 1
                if outcome.receipt.verdict.objects:
                    tally.wrong = True
                    self.console.warn(f"{outcome.path}: {outcome.receipt.reason}; left as it is")
            case _:
                tally.failed += 1
                tally.wrong |= named or outcome.kind == "broken"
                self.console.warn(outcome.problem)

    def show(self, path: str, before: bytes, after: bytes) -> None:
        diff = unified(path, before, after)
        if diff:
            self.console.write(coloured(diff) if self.console.colour_out else diff)

    def finish(self) -> int:
        """Write the receipt and the summary; returns the exit code."""
        tally = self.tally
        if self._report_path is not None:
            form = self.values["format"] or "json"
            text = render(assemble(tally.receipts, self.options), form)
            if self._report_path == "-":
                self.console.print(text)
            else:
                write_report(self._report_path, text)
        writes = self.mode in ("write", "output")
        parts = [
            f"{plural(tally.changed, 'file')} {'changed' if writes else 'would change'}",
            f"{tally.unchanged:,} {'left unchanged' if writes else 'would be left unchanged'}",
        ]
        if tally.failed:
            parts.append(f"{tally.failed:,} failed")
        parts.append(plural(tally.rewrites, "rewrite"))
        self.console.say(", ".join(parts), "bold")
        if tally.wrong:
            return 2
        return 1 if self.mode == "check" and tally.changed else 0

    def stdin(self, output: str | None) -> int:
        """Standard input to standard output, or wherever the mode says."""
        if self.mode == "write":
            raise CommandError("--write needs a file; what comes from - goes to standard output")
        to_stdout = not self.shows_diff and self.mode != "check" and output in (None, "-")
        if to_stdout and self._report_path == "-":
            raise CommandError("the program and the receipt both go to standard output; add --report FILE")
        self._keep_apart((output,) if output else ())
        source = sys.stdin.buffer.read()
        outcome = optimize_file(Task("<stdin>", self.options, None, source))
        self.count(outcome, named=True)
        if outcome.kind in ("changed", "unchanged"):
            if self.shows_diff:
                self.show("<stdin>", source, outcome.after)
            elif to_stdout:
                self.console.write(outcome.after)
            elif output is not None and self.mode == "output":
                with told(output):
                    self._output(outcome, output, None)
        return self.finish()

    def _keep_apart(self, outputs: Iterable[str]) -> None:
        """Raises CommandError if the receipt would go where a program is written."""
        report = self.values["report"]
        if report and os.path.realpath(report) in map(os.path.realpath, outputs):
            raise CommandError(f"--report {report}: that is where -o writes")

    def files(self, found: Found, paths: Sequence[str], output: str | None) -> int:
        """Everything the paths mean."""
        if output in (None, "-"):
            inputs = _without_links(found, paths)
            targets: dict[str, str] = {}
        else:
            inputs = found.inputs
            targets = _targets(inputs, paths, output)
        for note in found.notes:
            self.console.warn(note)
        report = self.values["report"]
        if report and os.path.realpath(report) in {os.path.realpath(item.path) for item in inputs}:
            raise CommandError(f"--report {report}: that would overwrite an input")
        self._keep_apart(targets.values())
        if output == "-" and (len(inputs) != 1 or self._report_path == "-"):
            raise CommandError("-o - takes one file, and --report FILE for the receipt")
        # what comes from the cache was chosen in an earlier run
        fresh = self.values["no-cache"] or self.values["explain-reasoning"]
        cache = None if fresh else open_cache(asdict(self.options))
        tasks = [Task(item.path, self.options, cache) for item in inputs]
        jobs = self.values["jobs"] or (cores() if len(tasks) > 3 else 1)
        if self.options.tests or self.options.measure:
            jobs = 1  # the user's tests share their files, and neighbours disturb a measurement
        done = 0
        with (
            self.console.progress("Optimizing", len(tasks)) as progress,
            closing(results(optimize_file, tasks, jobs, crashed, size=weight, finished=progress.step)) as outcomes,
        ):
            for item, outcome in zip(inputs, outcomes, strict=True):
                self.count(outcome, named=item.named)
                done += 1
                if not self._deliver(item, outcome, targets.get(item.path, output)):
                    if done < len(inputs):
                        self.console.warn(f"stopped; {plural(len(inputs) - done, 'more file')} left as they are")
                    break
        if cache is not None and self.tally.changed + self.tally.unchanged:
            cache.prune()
        return self.finish()

    def _deliver(self, item: Input, outcome: Outcome, target: str | None) -> bool:
        """Show or write one result; False if nothing more can be written."""
        changed = outcome.kind == "changed"
        try:
            if changed and outcome.before is not None and self.shows_diff:
                self.show(_shown(item.path), outcome.before, outcome.after)
            if changed and outcome.before is not None and self.mode == "check":
                self.console.say(f"would optimize {item.path} ({plural(len(outcome.receipt.kept), 'rewrite')})")
            elif changed and outcome.before is not None and self.mode == "write":
                self._write(item, outcome, outcome.before)
            elif target == "-":
                if outcome.kind in ("changed", "unchanged"):
                    self.console.write(outcome.after)
            elif target is not None and (outcome.kind in ("changed", "unchanged") or not item.named):
                self._output(outcome, target, item.path)
        except (NotWritten, Unreadable) as error:
            self._not_written(target or item.path, str(error), outcome)
        except BrokenPipeError:
            raise
        except OSError as error:
            self._not_written(target or item.path, one_line(error), outcome)
            return error.errno not in FULL
        return True

    def _not_written(self, path: str, why: str, outcome: Outcome) -> None:
        tally = self.tally
        tally.wrong = True
        if outcome.kind == "changed":
            tally.changed -= 1
            tally.rewrites -= len(outcome.receipt.kept)
            tally.failed += 1
        self.console.warn(f"{path}: {why}; left as it is")

    def _write(self, item: Input, outcome: Outcome, before: bytes) -> None:
        real = os.path.realpath(item.path)
        rewrite(real, before, outcome.after)
        through = f" through the symlink {item.path}" if os.path.islink(item.path) else ""
        path = real if through else item.path
        self.console.say(f"optimized {path}{through} ({plural(len(outcome.receipt.kept), 'rewrite')})")

    def _output(self, outcome: Outcome, target: str, source: str | None) -> None:
        data = outcome.after
        if outcome.before is None:
            if source is None or not os.path.isfile(source):
                return
            with open(source, "rb") as file:
                data = file.read()
        try:
            if os.path.isfile(target) and read(target) == data:
                return
        except Unreadable:
            pass
        write_output(target, data, source, program=True)


def _named_rules(paths: Iterable[str]) -> None:
    """Tell whoever wrote `--select A B` how to name several rules."""
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing and missing[0].isidentifier():
        from noodlecore_trm.rules import load

        if missing[0] in load():
            raise CommandError(f"{missing[0]}: no such file; to name several rules, write a comma between them")


def _within_reach_of_tests(paths: Iterable[str]) -> None:
    """Raises CommandError for what no test command can import: it runs in a copy of the current folder."""
    for path in paths:
        if path == "-":
            raise CommandError("--tests needs a file; nothing imports what comes from -")
        try:
            place_in(Path.cwd(), Path(path))
        except ValueError:
            raise CommandError(
                f"{path}: not below {Path.cwd()}, where --tests would run; go to the folder of the project"
            ) from None


def run(arguments: Namespace) -> int:
    mode = _mode(arguments)
    paths: list[str] = arguments.paths
    stdin = "-" in paths
    if stdin and len(paths) > 1:
        raise CommandError("- cannot be combined with other paths")
    values, notes = resolve(arguments, [] if stdin else paths)
    console = Console(quiet=bool(values["quiet"]))
    for note in notes:
        console.warn(note)
    job = Run(console, mode, arguments, values)
    if values["tests"]:
        _within_reach_of_tests(paths)
    if stdin:
        job.shows_diff = bool(arguments.diff)
        return job.stdin(arguments.output)
    _named_rules(paths)
    outputs: frozenset[str] = frozenset()
    if arguments.output not in (None, "-") and os.path.isdir(arguments.output):
        outputs = frozenset({os.path.realpath(arguments.output)})
    found = find(paths, outputs)
    return job.files(found, paths, arguments.output)
