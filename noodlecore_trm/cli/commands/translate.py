"""`noodle-trm translate FILE`: the IR as text."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from noodlecore_trm.cli.console import CommandError, Console
from noodlecore_trm.cli.files import Unreadable, read

HELP = "print the intermediate representation of a file"
DESCRIPTION = (
    "Print the intermediate representation of a file, in a subset of MLIR's generic syntax. - reads standard input."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", metavar="FILE", help="the file, or - for standard input")


def run(arguments: Namespace) -> int:
    path: str = arguments.path
    try:
        source = sys.stdin.buffer.read() if path == "-" else read(path)
    except Unreadable as error:
        raise CommandError(f"{path}: {error}") from None
    from noodlecore_trm.ir.text import print_module
    from noodlecore_trm.parse import parse_module
    from noodlecore_trm.translate import translate

    parsed = parse_module(source, "<stdin>" if path == "-" else path)
    if parsed.tree is None:
        raise CommandError(f"{parsed.filename}:{parsed.error}")
    text = print_module(translate(parsed))
    Console().print(text if text.endswith("\n") else text + "\n")
    return 0
