"""
What a rewrite rule is: cheap match, then proof or refusal, then a build that sees only the proof.

A rule says what is legal. Whether it is worth doing is the choosers' business, so no rule holds a
cost, a priority or a switch that weakens its proof.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op, clone, everything


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a matching place cannot be rewritten: a key of the rule's `REFUSALS`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Edit:
    """
    Put `new` in the place of `old`.

    `old` is one expression op, replaced by one expression op; or consecutive statements of one
    region, replaced by any number of statements. New trees may move ops of the old ones (each at
    most once) and hold clones of any. To insert next to a statement, keep it in `new`.
    """

    old: tuple[Op, ...]
    new: tuple[Op, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """Everything a rule changes at one place, applied together or not at all."""

    edits: tuple[Edit, ...]
    guard: str = ""
    """The run-time check the change rests on, as source text; empty for tier S0."""

    @property
    def gone(self) -> set[Op]:
        """The ops that are no longer there afterwards; what is only moved stays."""
        kept = {op for edit in self.edits for root in edit.new for op in everything(root)}
        return {op for edit in self.edits for root in edit.old for op in everything(root)} - kept


def computed_before(loop: Op, places: Sequence[Op], name: str) -> Replacement:
    """An expression that stands at some places in a loop is computed once before it, and kept under a new name."""
    edits = [Edit((place,), (make.load(name),)) for place in places]
    return Replacement((*edits, Edit((loop,), (make.store(name, clone(places[0])), loop))))


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One named rewrite.

    `roots` are the op kinds it can start at. `match(function, op)` is syntactic and cheap.
    `prove(function, op)` returns a proof object or `Refused`. `build(proof)` is pure and cannot
    refuse. `refusals` maps every reason `prove` may give to the counterexample behind it.
    `needs` names the option the rule is opened by (`fp_relaxed`, `closed_world`), or is empty.
    `inverse` names the rule that takes this one back, on one of the two.
    """

    name: str
    family: str
    roots: tuple[str, ...]
    match: Callable[[Function, Op], bool]
    prove: Callable[[Function, Op], Any]
    build: Callable[[Any], Replacement]
    refusals: Mapping[str, str]
    needs: str = ""
    inverse: str = ""
