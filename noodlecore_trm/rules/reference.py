"""
The reference page of the rules, written from the rules themselves.

`python -m noodlecore_trm.rules.reference > docs/reference/rules.md` writes it.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from noodlecore_trm.rules import Rule, load

_HEADER: Final = """\
# The rules

<!-- Written from the rules by `python -m noodlecore_trm.rules.reference`. -->

What noodlecore may do to a program. A rule says what is legal; a chooser decides what is worth doing.
Each reason for a refusal comes with the counterexample that makes it necessary.
"""


def rules_markdown() -> str:
    """The page as Markdown."""
    families = [
        (family, list(rules)) for family, rules in groupby(sorted(load().values(), key=_by_family), lambda r: r.family)
    ]
    parts = [_HEADER]
    parts += [
        f"- {family}: {', '.join(f'[{rule.name}](#{rule.name})' for rule in rules)}" for family, rules in families
    ]
    for family, rules in families:
        parts += ["", f"## Family: {family}"]
        for rule in rules:
            parts += ["", *_section(rule)]
    return "\n".join(parts) + "\n"


def _by_family(rule: Rule) -> tuple[str, str]:
    return rule.family, rule.name


def _section(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}"
    yield ""
    yield from _code_fenced(inspect.cleandoc(sys.modules[rule.match.__module__].__doc__ or ""))
    yield ""
    yield f"Tier: {_tier(rule)}"
    yield ""
    yield "Refused when:"
    yield ""
    for reason, counterexample in rule.refusals.items():
        yield f"- **{reason.replace('_', ' ')}**: {counterexample}"


def _tier(rule: Rule) -> str:
    if rule.needs:
        return f"S2, opened by `--{rule.needs.replace('_', '-')}`."
    if rule.family == "versions":
        return "S1: the check it inserts is the guard of everything done under it."
    return "S0, or S1 where the proof rests on a check at run time, which the receipt shows."


def _code_fenced(text: str) -> Iterator[str]:
    """Indented blocks of a docstring as blocks of code."""
    fenced = False
    held = 0
    for line in text.splitlines():
        if not line:
            held += 1
            continue
        indented = line.startswith("    ")
        if fenced and not indented:
            yield "```"
        yield from [""] * held
        held = 0
        if indented and not fenced:
            yield "```"
        fenced = indented
        yield line[4:] if indented else line
    if fenced:
        yield "```"


if __name__ == "__main__":
    sys.stdout.write(rules_markdown())
