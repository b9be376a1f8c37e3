"""The task that drops refusals finds all of them, and notices one that no fixture needs."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "mutation"))

import drop_refusals

RULE = """
REFUSALS = {"a": "why", "b": "why", "c": "why", "d": "why"}

def prove(function, op):
    reason = ""
    if op.one:
        return Refused("a")
    for each in op.many:
        if each:
            reason = reason or "b"
            continue
        return each
    if op.two:
        return Refused(other(op))
    return Refused(reason)

def other(op):
    return "c" if op else "d"
"""


def test_every_refusal_is_found(tmp_path: Path) -> None:
    path = tmp_path / "rule.py"
    path.write_text(RULE)
    assert drop_refusals.refusals_in(path) == [(7, "a"), (10, "b"), (18, "c"), (18, "d")]


def test_dropping_one_leaves_the_others() -> None:
    first, second, third, fourth = (ast.unparse(drop_refusals.without_refusal(RULE, number)) for number in range(4))
    assert "if op.one:\n        pass\n" in first
    assert "if each:\n            pass\n" in second
    assert "return 'd'" in third
    assert "return 'c'" in fourth
    assert all("return Refused(reason)" in text for text in (first, second, third, fourth))


def test_a_rule_whose_refusals_are_all_needed() -> None:
    assert drop_refusals.main(["test_emptiness"]) == 0
