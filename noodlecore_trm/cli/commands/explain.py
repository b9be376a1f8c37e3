"""`noodle-trm explain FILE`: what was found, kept and refused, and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from noodlecore_trm.cli.arguments import add_flags
from noodlecore_trm.cli.console import CommandError, Console
from noodlecore_trm.cli.files import find
from noodlecore_trm.cli.report import assemble, reasoning_lines
from noodlecore_trm.cli.rulebook import counterexamples
from noodlecore_trm.cli.settings import pipeline_options, resolve
from noodlecore_trm.cli.work import Task, optimize_file
from noodlecore_trm.receipts.text import render_text

HELP = "say what could be rewritten in a file, what could not, and why"
DESCRIPTION = (
    "Say for every function of a file which rewrites are kept and what they rest on, and which are refused, each with "
    "its counterexample. Writes nothing."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", metavar="FILE", help="the file")
    add_flags(parser, without=("format", "report", "no-cache", "jobs", "quiet"))


def run(arguments: Namespace) -> int:
    path: str = arguments.path
    values, notes = resolve(arguments, [path])
    console = Console()
    for note in notes:
        console.warn(note)
    found = find([path])
    if len(found.inputs) != 1 or not found.inputs[0].named:
        raise CommandError(f"{path}: explain takes one file")
    options = pipeline_options(values)
    outcome = optimize_file(Task(found.inputs[0].path, options))
    if outcome.problem:
        console.warn(outcome.problem)
        return 2
    receipt = assemble([outcome.receipt], options)
    console.print(render_text(receipt, refusals=True, counterexamples=counterexamples()))
    if values["explain-reasoning"]:
        console.print("".join(f"{line}\n" for line in ("", *reasoning_lines(path, outcome.reasoning))))
    return 0
