"""
What calls of this module's own functions do: value, effects, and what becomes of the arguments.

A summary is made for the *shape* of the arguments: their types, and which containers of the caller's own
hold what. It is the callee's own solution, with a stand-in for every container. Functions that call each
other start from "does nothing, returns nothing" and are solved in rounds until no summary changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from noodlecore_trm.ir.facts.atoms import CONTAINERS, NOTHING, SCALARS, Atom, Site, Summary, Tuple, Value
from noodlecore_trm.ir.facts.leaves import Callee
from noodlecore_trm.ir.facts.values import Values
from noodlecore_trm.ir.op import Op

if TYPE_CHECKING:
    from noodlecore_trm.ir.facts.function import Function

_DEPTH: Final = 3
_ALL: Final = 1000
_NESTING: Final = 6
_ROUNDS: Final = 8
_MOST: Final = 200
"""Summaries per module; beyond, calls count as foreign code."""

@dataclass(frozen=True, slots=True)
class Premise:
    """What is known of globals: functions that are what their names say (None for all), and types of constants."""

    functions: frozenset[str] | None = frozenset()
    constants: frozenset[tuple[str, str]] = frozenset()


_Key = tuple[Op, Premise, object]


@dataclass
class _Shape:
    """A description of values that is equal for alike ones, and the containers in them in its order."""

    sites: dict[Site, int] = field(default_factory=dict)
    lost: list[Atom] = field(default_factory=list)
    """What has no stand-in, and is given away for good."""
    described: list[object] = field(default_factory=list)
    vague: bool = False
    """Whether one of the values may be any object of its type."""

    def of(self, value: Iterable[Atom], depth: int = _DEPTH) -> frozenset[object]:
        return frozenset(self._atom(atom, depth) for atom in sorted(value, key=_rank))

    def _atom(self, atom: Atom, depth: int) -> object:
        if isinstance(atom, str):
            self.vague = self.vague or atom not in SCALARS
            return atom
        if isinstance(atom, Tuple):
            return ("tuple", tuple(self.of(item, depth) for item in atom.items))
        if atom in self.sites:
            return self.sites[atom]
        self.vague = self.vague or atom.escaped
        if atom.escaped and atom.kind in CONTAINERS:
            return atom.kind
        if atom.escaped or atom.kind not in CONTAINERS or depth == 0:
            self.lost.append(atom)
            return "any"
        number = self.sites[atom] = len(self.sites)
        self.described.append(None)
        self.described[number] = (atom.kind, self.of(atom.elements, depth - 1), self.of(atom.keys, depth - 1))
        return number


def _rank(atom: Atom) -> tuple[int, str, int]:
    if isinstance(atom, str):
        return 0, atom, 0
    return (1, "", id(atom)) if isinstance(atom, Tuple) else (2, atom.kind, id(atom))


def _stand_ins(shape: _Shape, values: Sequence[Value]) -> tuple[list[Value], tuple[Site, ...]]:
    """The values with a new container for each that is in the shape."""
    twins = {site: Site(site.kind, Op("argument")) for site in shape.sites}

    def twin(value: Iterable[Atom]) -> Value:
        return frozenset(
            Tuple(tuple(map(twin, atom.items))) if isinstance(atom, Tuple)
            else atom if isinstance(atom, str)
            else twins.get(atom, atom.kind if atom.escaped and atom.kind in CONTAINERS else "any")
            for atom in value
        )

    for site, copy in twins.items():
        copy.elements |= twin(site.elements)
        copy.keys |= twin(site.keys)
    return [twin(value) for value in values], tuple(twins.values())


class Summaries:
    """The summaries of one module, made when they are asked for."""

    def __init__(self, function: Callable[[Op, Premise], Function]) -> None:
        self._function = function
        self._known: dict[_Key, Summary | None] = {}
        self._open: dict[_Key, Summary] = {}
        """Those that are not final yet, as far as they have come."""
        self._done: set[_Key] = set()
        """Those solved in this round."""
        self._nesting = 0

    def call(
        self, values: Values, op: Op, callee: Callee, given: Sequence[Value], premise: Premise
    ) -> tuple[Value, int] | None:
        """
        Value and effects of a call in a function that is being solved; its containers are changed as the call does.

        None if nothing is known, so that the call is foreign code.
        """
        if not all(given):
            return NOTHING, 0
        shape = _Shape()
        for value in given:
            shape.of(value)
        checked = {site for site in shape.sites if site.held is not None}
        if checked and (shape.vague or len({site.held for site in checked}) > 1):
            values.give_away(checked)  # one of the others may be the same object
        shape = _Shape()
        key = (callee.definition, premise, (tuple(shape.of(value) for value in given), tuple(shape.described)))
        summary = self._get(key, callee, shape, given)
        if summary is None:
            return None
        if any(site.held is not None for site in shape.sites) and not summary.written <= set(summary.sites):
            return None
        values.give_away(shape.lost)
        return values.called(op, summary, tuple(shape.sites))

    def _get(self, key: _Key, callee: Callee, shape: _Shape, given: Sequence[Value]) -> Summary | None:
        if key in self._known:
            return self._known[key]
        if key in self._done:
            return self._open[key]
        if self._nesting == _NESTING:
            return None  # what an earlier round has come to need not be all
        if len(self._known) + len(self._open) > _MOST:
            return None
        if self._nesting:
            return self._solve(key, callee, shape, given)
        for _ in range(_ROUNDS):
            before = {each: _described(summary) for each, summary in self._open.items()}
            self._done.clear()
            self._solve(key, callee, shape, given)
            if all(before.get(each) == _described(self._open[each]) for each in self._done):
                self._known.update((each, self._open[each]) for each in self._done)
                break
        else:
            self._known.update(dict.fromkeys(self._open))
        self._open.clear()
        self._done.clear()
        return self._known[key]

    def _solve(self, key: _Key, callee: Callee, shape: _Shape, given: Sequence[Value]) -> Summary:
        self._done.add(key)
        self._open.setdefault(key, Summary(NOTHING, 0, _stand_ins(shape, given)[1], NOTHING))
        self._nesting += 1
        parameters, sites = _stand_ins(shape, given)
        function = self._function(callee.definition, key[1])
        self._open[key] = summary = function.summarise(dict(zip(callee.parameters, parameters, strict=True)), sites)
        self._nesting -= 1
        return summary


def _described(summary: Summary) -> object:
    shape = _Shape()
    changes = [(site.escaped, site.resized, shape.of((site,), _ALL)) for site in summary.sites]
    value, written = shape.of(summary.value, _ALL), shape.of(summary.written, _ALL)
    return summary.effects, tuple(changes), value, written, tuple(shape.described)
