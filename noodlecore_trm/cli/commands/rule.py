"""`noodle-trm rule NAME`: all about one rule."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from noodlecore_trm.cli.console import CommandError, Console
from noodlecore_trm.cli.flags import suggestion
from noodlecore_trm.cli.rulebook import description

HELP = "explain one rule"
DESCRIPTION = "Show what a rule does, and each reason it may refuse with the counterexample behind it."


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the rule, as `noodle-trm rules` lists it")


def run(arguments: Namespace) -> int:
    from noodlecore_trm.rules import load

    name: str = arguments.name
    rules = load()
    if name not in rules:
        raise CommandError(f"no rule is called {name}{suggestion(name, rules)}")
    rule = rules[name]
    lines = [f"{name} ({rule.family})", "", description(rule), ""]
    if rule.needs:
        lines += [f"Needs --{rule.needs.replace('_', '-')}.", ""]
    if rule.refusals:
        lines.append("Refused when")
        for reason, counterexample in rule.refusals.items():
            lines += [f"  {reason.replace('_', ' ')}", f"      {counterexample}"]
    Console().print("\n".join(lines).rstrip() + "\n")
    return 0
