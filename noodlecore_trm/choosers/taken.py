"""The choice with which a plan began, as a model would have seen it: what feedback keeps for models to learn from."""

from __future__ import annotations

from noodlecore_trm.choosers.cost import cost
from noodlecore_trm.choosers.table import current_table
from noodlecore_trm.choosers.trm import outlook
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import RuleTable, find


def taken_in(function: Function, rule: str, line: int | None = None) -> bytes:
    """
    The packed choice in a function, as it was written, that a rule was taken in: at a line of its file, the first of
    several places there, or, without a line, in the only place where it could be. Empty if there is none, and for a
    function that is too large.
    """
    from noodlecore_trm.encoding import TooLarge, current_vocabulary, encode, identity
    from noodlecore_trm.encoding.taken import pack_taken

    rules = [each for each in load().values() if not each.needs]
    candidates = find(function, RuleTable(rules)).candidates
    places = [
        place for place, each in enumerate(candidates)
        if each.rule.name == rule and (line is None or _line(function, each.op) == line)
    ]  # fmt: skip
    if not places or (line is None and len(places) > 1):
        return b""
    table, whole = current_table(), cost(function.body)
    vocabulary = current_vocabulary(tuple(each.name for each in rules))
    try:
        sample = encode(function, [outlook(each, table, whole) for each in candidates], vocabulary)
    except TooLarge:
        return b""
    return pack_taken(sample, places[0], vocabulary, identity(function))


def _line(function: Function, op: Op) -> int:
    """1-based; 0 for an op without a place in the source."""
    return 0 if op.origin is None else function.facts.module.source.count(b"\n", 0, op.origin[0]) + 1
