"""
What the choosers know about each rule: a policy, written by hand, and gains, measured on an interpreter.

`tables/policy.json` says in which order rules go and how much they may grow a function. `tables/cpython-311.json` and
its like come from `noodle-trm calibrate`: the speed ratio of each rule on samples of several kinds and extents.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from noodlecore_trm.files import parse_json

LEAST_GAIN: Final = 1.02
"""What is measured below this does not pay: it is as near to 1 as the same code is to itself."""

FEW: Final = 30
"""Where the extent is not known it is taken to be this or more: a rule that loses at fewer turns loses little time."""

Series = tuple[tuple[float, float], ...]
"""(extent, gain) pairs in order of the extent; an extent of zero where it was not varied."""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    When a rule is worth applying.

    Policy: `order`: lower goes first. `loop_depth`: at least so many loops around it; a small function without loops
    counts as one deep, as it may be called in one, unless `leaf` is off. `growth`: at most so many ops more than
    before. `turns`: only loops that are not known to take fewer. `outermost`: loops around others go first. `one_line`:
    only what the author wrote on one line. `integers`: only where the proof's turns hold ints. `statements`: at most so
    many in all turns of the loop, and no calls. `warm`: a body with a loop of its own only into a `for`, see `is_warm`.
    `backwards`: the last place goes first. `saves`: only if it saves this share of the work of the statement around it,
    and more the more text it adds, together with the rewrites that it opens; `opens`: all of it comes from those, and
    its own gain is no matter. `least`: only if it saves this share by itself. `leads_to`: where the filters leave it
    out it goes all the same if, together with others about the same variable, it makes way for this rule in a loop.
    `extent`: what the gain depends on, `turns` of a loop or the `size` of the expression in ops.

    Measured: `gains`, a series for each kind of element.
    """

    order: int
    loop_depth: int = 0
    leaf: bool = True
    integers: bool = False
    statements: int | None = None
    warm: bool = False
    growth: int | None = None
    turns: int = 0
    outermost: bool = False
    once: bool = False
    one_line: bool = False
    backwards: bool = False
    saves: float = 0.0
    least: float = 0.0
    opens: bool = False
    leads_to: str = ""
    extent: str = "turns"
    gains: Mapping[str, Series] = field(default_factory=dict)

    def gain(self, kind: str = "", extent: float | None = None) -> float:
        """
        The ratio of speed to expect; 1 if the rule was not measured.

        Of several kinds the worst, if the kind is not known or was not measured, and the worst of large
        extents, if the extent is not known.
        """
        chosen = [self.gains[kind]] if kind in self.gains else list(self.gains.values())
        return min((_at(series, extent) for series in chosen), default=1.0)

    @property
    def off(self) -> bool:
        """Whether the rule opens no others and was measured to gain nowhere."""
        points = [gain for series in self.gains.values() for _, gain in series]
        return not self.opens and bool(points) and max(points) < LEAST_GAIN


def _at(series: Series, extent: float | None) -> float:
    if extent is None:
        return min([gain for place, gain in series if place >= FEW] or [series[-1][1]])
    below = [point for point in series if point[0] <= extent][-1:]
    above = [point for point in series if point[0] > extent][:1]
    if not below or not above:
        return (below or above)[0][1]
    (low, one), (high, other) = below[0], above[0]
    # between two measured places on the line through them, over the logarithm of the extent
    share = math.log(extent / low) / math.log(high / low) if low else 0.0
    return one + share * (other - one)


Table = Mapping[str, Entry]


def parse_table(policy: Mapping[str, Any], measured: Mapping[str, Any]) -> Table:
    """
    The table from a policy and the `rules` of a measured document.

    Raises KeyError, TypeError, ValueError or AttributeError for what is none.
    """
    return {name: Entry(**fields, gains=parse_gains(measured.get(name, {}))) for name, fields in policy.items()}


def parse_gains(contexts: Mapping[str, Mapping[str, tuple[float, float]]]) -> dict[str, Series]:
    """
    {kind: {extent: [ratio, lower bound]}} as series.

    A gain that may be none, going by its bound, counts as none. Raises ValueError or TypeError for what is none.
    """
    gains = {}
    for kind, points in contexts.items():
        series = []
        for extent, (ratio, lower) in points.items():
            if not (math.isfinite(ratio) and ratio > 0):
                raise ValueError(f"no ratio: {ratio}")
            series.append((float(extent), ratio if lower > 1.0 else min(ratio, 1.0)))
        gains[kind] = tuple(sorted(series))
    return gains


def _tables() -> Any:
    return resources.files("noodlecore_trm.choosers") / "tables"


@cache
def policy() -> dict[str, Any]:
    """The shipped policy: fields of Entry by name of the rule."""
    document: dict[str, Any] = json.loads((_tables() / "policy.json").read_text("utf-8"))
    return document


@cache
def shipped_document(tag: str = "") -> dict[str, Any]:
    """What was measured for an interpreter (`sys.implementation.cache_tag`), or for CPython 3.11."""
    wanted = _tables() / f"{tag or sys.implementation.cache_tag}.json"
    if not wanted.is_file():
        wanted = _tables() / "cpython-311.json"
    document: dict[str, Any] = json.loads(wanted.read_text("utf-8"))
    return document


def table_path() -> Path:
    """Where this interpreter's own measurements are kept."""
    import platformdirs

    folder = Path(platformdirs.user_data_dir("noodlecore-trm", appauthor=False))
    return folder / "tables" / f"{sys.implementation.cache_tag}.json"


def own_document() -> dict[str, Any] | None:
    """What `noodle-trm calibrate` has measured on this machine; None if there is nothing to be read."""
    try:
        document: dict[str, Any] = parse_json(table_path().read_text("utf-8"))
        parse_table(policy(), document["rules"])
        return document
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


@cache
def shipped_table(tag: str = "") -> Table:
    """The shipped policy with the shipped measurements."""
    return parse_table(policy(), shipped_document(tag)["rules"])


def current_document() -> dict[str, Any]:
    """What was measured on this machine; where it says nothing, what was shipped."""
    own = own_document() or {}
    shipped = shipped_document()
    return {key: shipped.get(key, {}) | own.get(key, {}) for key in ("rules", "guards")}


def current_table() -> Table:
    """The shipped policy with what was measured."""
    return shipped_table() if own_document() is None else parse_table(policy(), current_document()["rules"])
