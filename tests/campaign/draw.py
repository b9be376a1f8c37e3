"""The program of a number, and what is done with it."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .dead_code import with_dead_code
from .grammar import written
from .mutate import mutated
from .program import Program
from .variants import Plan, draw_plan


@dataclass(frozen=True, slots=True)
class Task:
    """A program, how it is rewritten, and whether all variables are looked at at every effect."""

    program: Program
    plan: Plan
    watch: bool


def draw(seed: int, number: int) -> Task:
    """The same for the same seed, number and version of the campaign."""
    rng = random.Random(f"{seed}/{number}")
    program = mutated(rng) if rng.random() < 0.5 else written(rng)
    if rng.random() < 0.15:
        program = with_dead_code(rng, program)
    return Task(program, draw_plan(rng, program.rules), rng.random() < 0.25)
