"""What a slice of the campaign found, as one line of JSON; slices can be added up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class Slice:
    """
    `programs` numbered from `first` on were drawn from `seed`. Of them, `changed` were rewritten (`rewrites` times in
    all, `rules` says by what), `ended` came to their end, normally or with exceptions their driver caught; the others
    are in `inconclusive` by reason. `calls` of their functions were made, `returned` of them gave a value.
    """

    seed: int = 0
    first: int = 0
    programs: int = 0
    ended: int = 0
    changed: int = 0
    unwritten: int = 0
    different: int = 0
    faults: int = 0
    rewrites: int = 0
    calls: int = 0
    returned: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    commit: str = ""
    inconclusive: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, other: Slice) -> None:
        for name in _SUMS:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def to_json(self) -> str:
        row = {name: getattr(self, name) for name in self.__slots__}
        row["seconds"], row["cpu"] = round(self.seconds, 1), round(self.cpu, 1)
        return json.dumps(row)

    def line(self) -> str:
        """For people: one line."""
        if not self.programs:
            return "no programs"
        back = self.returned / max(self.calls, 1)
        return (
            f"{self.programs:,} programs, {self.ended / self.programs:.1%} ended, {self.changed / self.programs:.1%} "
            f"rewritten ({self.rewrites:,} rewrites by {len(self.rules)} rules), {back:.0%} of "
            f"{self.calls:,} calls returned, {self.different} miscompiled, {self.faults} faults, "
            f"{self.seconds:.0f} s, {self.cpu / self.programs * 1000:.1f} ms each"
        )


_SUMS = (
    "programs", "ended", "changed", "unwritten", "different", "faults", "rewrites", "calls", "returned", "seconds",
    "cpu", "inconclusive", "rules",
)  # fmt: skip


def read(path: Path) -> list[Slice]:
    """The slices of a record file; none if there is no such file. Raises ValueError for a line that is no slice."""
    if not path.exists():
        return []
    return [_slice(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _slice(row: dict[str, Any]) -> Slice:
    try:
        return Slice(**{**row, "inconclusive": Counter(row["inconclusive"]), "rules": Counter(row["rules"])})
    except (KeyError, TypeError) as problem:
        raise ValueError(f"not a slice of the campaign: {problem}") from problem


def total(slices: Iterable[Slice]) -> Slice:
    """All slices as one."""
    whole = Slice()
    for each in slices:
        whole.add(each)
    return whole
