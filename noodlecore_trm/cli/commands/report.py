"""`noodle-trm report`: what optimized code did, as a page."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from noodlecore_trm.cli.commands.feedback import add_store, moment, open_store
from noodlecore_trm.cli.console import CommandError, Console
from noodlecore_trm.cli.writing import deliver

HELP = "write a page with plots of what optimized code did when it ran"
DESCRIPTION = (
    "Write one HTML page, which needs nothing but itself, on the store of measured changes: gain over time, by rule "
    "and by version of the model, fallbacks, and how well gains were predicted. Needs matplotlib."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", metavar="FILE", default="noodle-report.html", help="where the page goes (noodle-report.html)"
    )
    add_store(parser)
    parser.add_argument(
        "--since", metavar="TIME", type=moment, help="from the day of TIME on: 2026-11-21, or 30d for days ago"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")


def run(arguments: Namespace) -> int:
    from noodlecore_trm.feedback import StoreError
    from noodlecore_trm.feedback.page import report
    from noodlecore_trm.feedback.summary import tallies

    console = Console(quiet=arguments.quiet)
    store = open_store(arguments, console)
    try:
        page = report(tallies(store, arguments.since), origin=str(store.path))
    except StoreError as problem:
        raise CommandError(problem.message) from None
    except ImportError:
        raise CommandError("a report needs matplotlib: pip install 'noodlecore-trm[report]'") from None
    deliver(arguments.output, page.encode())
    console.say(f"wrote {arguments.output}")
    return 0
