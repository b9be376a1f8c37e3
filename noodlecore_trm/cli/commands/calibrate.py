"""`noodle-trm calibrate`: measure the rules on this interpreter."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from noodlecore_trm.cli.console import CommandError, Console

HELP = "measure on this machine which rules pay, for the classic chooser"
DESCRIPTION = (
    "Measure what each rule gains on this interpreter, and store the table that the classic chooser then goes by."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")


def run(arguments: Namespace) -> int:
    try:
        from noodlecore_trm.choosers.calibrate import calibrate
    except ModuleNotFoundError as error:
        raise CommandError(f"calibration is not part of this installation ({error.name} is missing)") from None
    console = Console(quiet=arguments.quiet)
    path = calibrate(console.say)
    console.say(f"wrote {path}")
    return 0
