"""
The deterministic chooser: a fixed order with filters, from a measured table per interpreter.

It is the fallback of every other chooser and the baseline they have to beat.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from noodlecore_trm.choosers.chooser import State
from noodlecore_trm.choosers.cost import size
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op
from noodlecore_trm.rules.listing import Candidate

_LOOPS = frozenset(("for", "while", "comp_for"))


@dataclass(frozen=True, slots=True)
class Entry:
    """
    When a rule is worth applying.

    `order`: lower goes first. `gain`: measured speed ratio of the rewritten code. `loop_depth`:
    at least so many loops around it; a small function without loops counts as one deep, as it may
    be called in one, unless `leaf` is off. `growth`: at most so many ops more than before.
    `one_line`: only what the author wrote on one line. `backwards`: the last place goes first.
    `enabling`: only if it opens another rewrite inside what it made. `off`: measured to lose.
    """

    order: int
    gain: float = 1.0
    loop_depth: int = 0
    leaf: bool = True
    integers: bool = False
    growth: int | None = None
    one_line: bool = False
    backwards: bool = False
    enabling: bool = False
    off: bool = False


Table = Mapping[str, Entry]


def parse_table(document: dict[str, Any]) -> Table:
    """Raises KeyError or TypeError for a document that is no table."""
    return {name: Entry(**fields) for name, fields in document["rules"].items()}


@cache
def shipped_table(tag: str = "") -> Table:
    """The table for an interpreter (`sys.implementation.cache_tag`), or that of CPython 3.11."""
    folder = resources.files("noodlecore_trm.choosers") / "tables"
    wanted = folder / f"{tag or sys.implementation.cache_tag}.json"
    if not wanted.is_file():
        wanted = folder / "cpython-311.json"
    return parse_table(json.loads(wanted.read_text("utf-8")))


def own_table() -> Table | None:
    """The table that `noodle-trm calibrate` has measured on this machine; None if there is none to be read."""
    import platformdirs

    folder = Path(platformdirs.user_data_dir("noodlecore-trm", appauthor=False))
    try:
        text = (folder / "tables" / f"{sys.implementation.cache_tag}.json").read_text("utf-8")
        return parse_table(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError):
        return None


class ClassicChooser:
    """The first candidate of the table's order that passes its filters, until there is none."""

    name = "classic"

    def __init__(self, table: Table | None = None) -> None:
        self.table = (own_table() or shipped_table()) if table is None else table

    def choose(self, state: State) -> Candidate | None:
        ranked = []
        for position, candidate in enumerate(state.candidates):
            entry = self.table.get(candidate.rule.name)
            if entry is not None and not entry.off and self._passes(entry, candidate, state):
                place = -position if entry.backwards else position
                depth = loop_depth(candidate.function, candidate.op)
                ranked.append((entry.order, -depth, place, candidate, entry))
        ranked.sort(key=lambda row: row[:3])
        for *_, candidate, entry in ranked:
            if entry.growth is None and not entry.enabling and state.slack is None:
                return candidate
            if self._survives_preview(entry, candidate, state):
                return candidate
        return None

    def _passes(self, entry: Entry, candidate: Candidate, state: State) -> bool:
        if entry.one_line and candidate.op.origin is not None:
            start, end = candidate.op.origin
            if b"\n" in candidate.function.facts.module.source[start:end]:
                return False
        if entry.integers and any(type(value) is not int for turn in candidate.proof.turns for value in turn.values()):
            return False
        return loop_depth(candidate.function, candidate.op, leaf=entry.leaf) >= entry.loop_depth

    def _survives_preview(self, entry: Entry, candidate: Candidate, state: State) -> bool:
        after = state.preview((candidate,))
        if after is None:
            return False
        growth = after.size - state.size
        if state.slack is not None and growth > state.slack:
            return False
        if entry.growth is not None and growth > entry.growth:
            return False
        if not entry.enabling:
            return True
        if state.remaining is not None and state.remaining < 2:
            return False
        before = {_place(each) for each in state.candidates}
        gained = 0.0
        for each in after.candidates:
            wanted = self.table.get(each.rule.name)
            if _place(each) in before or wanted is None or wanted.off or wanted.enabling:
                continue
            if loop_depth(each.function, each.op) >= max(wanted.loop_depth, 1):
                gained += wanted.gain - 1.0
        return gained >= entry.gain - 1.0


def _place(candidate: Candidate) -> tuple[str, object, bool]:
    """What makes a candidate the same as one found earlier in a copy of its code."""
    return candidate.rule.name, candidate.op.origin or candidate.op, getattr(candidate.proof, "trusted", False)


def loop_depth(function: Function, op: Op, *, leaf: bool = True) -> int:
    """Loops around an op; a small function without any loop is taken to be called in one."""
    depth = sum(1 for outer in function.enclosing(op) if outer.kind in _LOOPS)
    if op.kind in _LOOPS:
        depth += 1
    if leaf and depth == 0 and not function.is_module and not any(each.kind in _LOOPS for each in function.body.ops):
        return int(size(function.body) <= 40)
    return depth
