"""What the tests of versions have shown, and where that holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from noodlecore_trm.ir.facts.atoms import ANYTHING, Atom, Site, Value
from noodlecore_trm.ir.facts.checks import Check, Levels, Limit, read_checks, read_limits
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.op import Op, Region, runs_its_regions, walk

Look = tuple[Op, Sequence[Check], Sequence[Limit]]
"""The `if` of a version whose test looks into containers or at globals, with what it checks."""


def find_looks(body: Region, is_check: Callable[[str], bool]) -> Iterator[Look]:
    """
    The versions in whose arms contents of checked containers, and checked globals, are known.

    Not those in a loop: what the last run of the arm has left in variables may have changed since.
    """
    pending = [body]
    while pending:
        for op in pending.pop().ops:
            if op.kind == "if":
                checks, limits = read_checks(op.operands[0], is_check), read_limits(op.operands[0], is_check)
                if limits or any(len(check.levels) > 1 or check.scope == "global" for check in checks):
                    yield op, checks, limits
                    continue
            if op.kind in ("if", "try", "with", "handler"):
                pending.extend(op.regions)


def run_later(body: Region) -> Iterator[Op]:
    """What generators and lambdas of a function do: where somebody goes through them, or calls them."""
    pending = [(body, False)]
    while pending:
        region, later = pending.pop()
        for op in region.ops:
            if later:
                yield op
            if op.kind != "def":
                pending.extend((inner, later or not runs_its_regions(op)) for inner in op.regions)


class Arm:
    """
    What the test of a version has shown about containers that others hold too, and about globals.

    Lists whose checks allow for the same items may be one list, so they share a site; lists whose
    checks exclude each other can only both be empty.
    """

    def __init__(self, test: Op, checks: Iterable[Check], limits: Sequence[Limit], later: Iterable[Op]) -> None:
        """`later` are ops of the function that may run in the arm wherever they stand."""
        self.test = test
        self.region = test.regions[0]
        bound = {
            name
            for op in chain(walk(self.region), later)
            if op.kind in BINDERS and op.attrs.get("scope", "global") == "global"
            for name in bound_names(op)
        }
        self.globals = {
            check.name: check.levels for check in checks if check.scope == "global" and check.name not in bound
        }
        self.limits = limits
        self.lost = False
        self._sites: dict[tuple[str, frozenset[Atom]], Site] = {}
        self._kinds: list[set[str]] = []
        for check in checks:
            if len(check.levels) > 1:
                self._join(set(check.levels[-1]))

    def _join(self, kinds: set[str]) -> None:
        apart = []
        for group in self._kinds:
            if group & kinds:
                kinds |= group
            else:
                apart.append(group)
        self._kinds = [*apart, kinds]

    @property
    def sites(self) -> Iterable[Site]:
        return list(self._sites.values())

    def contents(self, levels: Levels) -> Value:
        *containers, items = levels
        found: frozenset[Atom] = frozenset(next(group for group in self._kinds if group & items))
        for (kind,) in reversed(containers):
            site = self._sites.get((kind, found))
            if site is None:
                site = self._sites[kind, found] = Site(kind, self.test, self.test)
                (site.keys if kind == "dict" else site.elements).update(found)
                site.elements.update(ANYTHING if kind == "dict" else ())
            found = frozenset((site,))
        return found


