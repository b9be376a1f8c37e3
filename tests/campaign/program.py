"""What the campaign runs: a module and what is then done with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Program:
    """
    `source` is a module. `steps` are expressions or statements, run one after the other in its
    namespace: calls with made-up arguments, and what may be done to a module from outside.
    `options` are promises the steps keep: `closed_world` (nothing is rebound from outside),
    `fp_relaxed` (floats are compared roughly). `origin` says where the program comes from, and
    `rule` which rule it was written for.
    """

    source: str
    steps: tuple[str, ...]
    options: frozenset[str] = frozenset()
    origin: str = ""
    rule: str = ""

    def as_text(self) -> str:
        """The program with its steps as comments in front."""
        head = [f"# options: {', '.join(sorted(self.options))}"] if self.options else []
        return "\n".join([*head, *(f"# step: {step}" for step in self.steps), self.source])


def from_text(text: str) -> Program:
    """The inverse of `Program.as_text`."""
    lines = text.split("\n")
    options: frozenset[str] = frozenset()
    steps = []
    while lines and lines[0].startswith(("# step: ", "# options: ")):
        line = lines.pop(0)
        if line.startswith("# step: "):
            steps.append(line.removeprefix("# step: "))
        else:
            options = frozenset(line.removeprefix("# options: ").split(", "))
    return Program("\n".join(lines), tuple(steps), options)
