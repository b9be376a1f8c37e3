"""`noodle-trm calibrate`: measure the rules on this interpreter."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from noodlecore_trm.cli.console import CommandError, Console
from noodlecore_trm.cli.flags import suggestion
from noodlecore_trm.cli.writing import check_output, deliver
from noodlecore_trm.files import parse_json

HELP = "measure on this machine which rules pay, for the classic chooser"
DESCRIPTION = (
    "Measure what each rule gains on this interpreter, by the kind and number of elements, and store the table that "
    "the choosers then go by. Takes some minutes, and wants a quiet machine. With the names of rules only these are "
    "measured, and the rest of the table stays."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rules", nargs="*", metavar="RULE", help="measure these rules only")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the table to FILE instead; - for standard output")
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")


def run(arguments: Namespace) -> int:
    from noodlecore_trm.calibration import as_text, calibrate
    from noodlecore_trm.choosers.table import table_path
    from noodlecore_trm.rules import load

    console = Console(quiet=arguments.quiet)
    known = list(load())
    for name in arguments.rules:
        if name not in known:
            raise CommandError(f"no rule is called {name}{suggestion(name, known)}")
    wanted = list(dict.fromkeys(arguments.rules)) or known
    target = arguments.output or str(table_path())
    if target != "-":
        check_output(target)
    base = _earlier(target) if arguments.rules else None
    with console.progress("Measuring", len(wanted)) as progress:
        document = calibrate(wanted, base=base, say=console.say, step=progress.step)
    table = as_text(document).encode()
    if target == "-":
        console.write(table)
        return 0
    deliver(target, table)
    console.say(f"wrote {target}")
    return 0


def _earlier(target: str) -> dict[str, Any] | None:
    """The table to complete: the one that stands where the new one goes, or else the shipped one."""
    from noodlecore_trm.choosers.table import shipped_document

    try:
        document = parse_json(Path(target).read_text("utf-8"))
        return document if isinstance(document.get("rules"), dict) else shipped_document()
    except (OSError, ValueError, AttributeError):
        return shipped_document()
