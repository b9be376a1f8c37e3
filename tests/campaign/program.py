"""What the campaign runs: a module and what is then done with it."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Program:
    """
    `source` is a module. `steps` are expressions or statements, run one after the other in its
    namespace: calls with made-up arguments, and what may be done to a module from outside.
    `options` are promises the steps keep: `closed_world` (nothing is rebound from outside),
    `fp_relaxed` (floats are compared roughly); with `without_assertions` it runs as under `python -O`. `rules` are
    those it was written for, and `origin` says where it comes from.
    """

    source: str
    steps: tuple[str, ...]
    options: frozenset[str] = frozenset()
    rules: tuple[str, ...] = ()
    origin: str = ""

    def as_text(self) -> str:
        """The program with all but its origin as comments in front."""
        head = [f"# rules: {', '.join(self.rules)}"] if self.rules else []
        head += [f"# options: {', '.join(sorted(self.options))}"] if self.options else []
        return "\n".join([*head, *(f"# step: {step}" for step in self.steps), self.source])


def without_assertions(rng: random.Random, source: str) -> frozenset[str]:
    """The option for a program that has some, half of the time."""
    return frozenset({"without_assertions"} if "assert" in source and rng.random() < 0.5 else ())


_HEADER = re.compile(r"# (rules|options|step): (.*)\n")


def from_text(text: str) -> Program:
    """The inverse of `Program.as_text`; other comments in front are passed over."""
    found: dict[str, list[str]] = {"rules": [], "options": [], "step": []}
    while text.startswith("#"):
        line, _, text = text.partition("\n")
        header = _HEADER.match(line + "\n")
        if header is not None:
            found[header[1]].append(header[2])
    rules, options = (tuple(", ".join(found[key]).split(", ")) if found[key] else () for key in ("rules", "options"))
    return Program(text, tuple(found["step"]), frozenset(options), rules)
