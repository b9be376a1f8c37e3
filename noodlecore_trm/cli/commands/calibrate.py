"""`noodle-trm calibrate`: measure the rules on this interpreter."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from noodlecore_trm.cli.console import CommandError, Console, one_line
from noodlecore_trm.cli.writing import NotWritten, write_output

HELP = "measure on this machine which rules pay, for the classic chooser"
DESCRIPTION = (
    "Measure what each rule gains on this interpreter, and store the table that the classic chooser then goes by. "
    "Takes about half a minute, and wants a quiet machine."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", help="write the table to FILE instead; - for standard output")
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")


def run(arguments: Namespace) -> int:
    from noodlecore_trm.calibration import calibrate

    console = Console(quiet=arguments.quiet)
    path, table = calibrate(console.say)
    if arguments.output == "-":
        console.write(table)
        return 0
    target = arguments.output or str(path)
    try:
        write_output(target, table)
    except NotWritten as error:
        raise CommandError(f"{target}: {error}") from None
    except OSError as error:
        raise CommandError(f"{target}: {one_line(error)}") from None
    console.say(f"wrote {target}")
    return 0
