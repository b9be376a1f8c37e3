"""`noodle-trm rules`: every rule in one line."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from itertools import groupby

from noodlecore_trm.cli.console import Console
from noodlecore_trm.cli.rulebook import sentence

HELP = "list the rules"
DESCRIPTION = "List every rule by family, with one sentence each."


def add_arguments(parser: ArgumentParser) -> None:
    del parser


def run(arguments: Namespace) -> int:
    del arguments
    from noodlecore_trm.rules import load

    rules = sorted(load().items(), key=lambda item: (item[1].family, item[0]))
    width = max((len(name) for name, _ in rules), default=0)
    lines: list[str] = []
    for family, members in groupby(rules, key=lambda item: item[1].family):
        lines.append(f"{family}:")
        for name, rule in members:
            needs = f" (needs --{rule.needs.replace('_', '-')})" if rule.needs else ""
            lines.append(f"  {name:<{width}}  {sentence(rule)}{needs}".rstrip())
    Console().print("".join(f"{line}\n" for line in lines))
    return 0
