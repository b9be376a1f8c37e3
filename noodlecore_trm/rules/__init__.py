"""The rewrites noodlecore may make. The folder is the registry: a rule is a file with a `RULE`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

__all__ = ["Edit", "Refused", "Replacement", "Rule", "load"]

_MACHINERY = frozenset(("listing", "reference", "rule"))


@cache
def load() -> dict[str, Rule]:
    """Every rule by name, in alphabetical order."""
    names = sorted(info.name for info in iter_modules(__path__) if info.name not in _MACHINERY)
    rules = {}
    for name in names:
        rule: Rule = import_module(f"{__name__}.{name}").RULE
        rules[rule.name] = rule
    return rules
