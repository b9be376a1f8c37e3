"""What the rules say about themselves."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noodlecore_trm.rules.rule import Rule


def description(rule: Rule) -> str:
    """The docstring of the rule's file."""
    module = sys.modules.get(rule.match.__module__)
    return inspect.cleandoc(module.__doc__) if module is not None and module.__doc__ else ""


def sentence(rule: Rule) -> str:
    """The first paragraph of the description, on one line."""
    return " ".join(description(rule).partition("\n\n")[0].split())


def counterexamples() -> Mapping[str, Mapping[str, str]]:
    """Rule name -> reason -> counterexample."""
    from noodlecore_trm.rules import load

    return {name: rule.refusals for name, rule in load().items()}


def sentences() -> Mapping[str, str]:
    """Rule name -> first sentence."""
    from noodlecore_trm.rules import load

    return {name: sentence(rule) for name, rule in load().items()}
