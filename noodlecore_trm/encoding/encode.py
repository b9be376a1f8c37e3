"""
From a function and its candidates to arrays, in one pass over the ops.

Nothing that is encoded depends on what variables are called or where ops are in memory: the same function always gives
the same bytes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np

from noodlecore_trm.encoding.sample import Action, Sample, remaining_number
from noodlecore_trm.encoding.vocabulary import CONSTANTS, OUTLOOK, ROLES, SCOPES, TYPES, Vocabulary
from noodlecore_trm.ir.dialect import SPECS
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import NUMBERS, Site, Value, type_name
from noodlecore_trm.ir.facts.loops import turns
from noodlecore_trm.ir.facts.observed import NothingObserved
from noodlecore_trm.ir.facts.reaching import BINDERS, PARAMETER, Definitions, Refinement
from noodlecore_trm.ir.op import Op

MOST_OPS: Final = 512
_MOST_DEFINITIONS: Final = 16
"""Definitions of one load that get an edge."""
_LOOPS: Final = frozenset(("for", "while", "comp_for"))
_USUAL_TURNS: Final = 3.0
_RARELY: Final = -3.0
"""Logarithms to base 2 of how often a loop turns, and what is kept for another day runs, if nothing is known."""

_TYPE_NUMBERS: Final = {name: number for number, name in enumerate(TYPES)}
_CONSTANT_NUMBERS: Final = {name: number for number, name in enumerate(CONSTANTS)}
_SCOPE_NUMBERS: Final = {name: number for number, name in enumerate(SCOPES)}
_ROLE_NUMBERS: Final = {name: number for number, name in enumerate(ROLES)}
_REGIONS: Final = {
    "for": ("loop target", "loop body", "loop else"), "while": ("test", "loop body", "loop else"),
    "comp_for": ("loop target", "loop body"), "comp_if": ("then",), "comprehension": ("comprehension",),
    "if": ("then", "else"), "select": ("then", "else"), "try": ("try", "handlers", "else", "finally"),
    "handler": ("test", "handlers"), "case": ("test", "then"), "match": ("items",), "delete": ("items",),
    "lambda": ("lambda",), "boolean": ("operand",), "chain": ("operand",), "assert": ("operand",),
}  # fmt: skip
_OTHER_ROLE: Final = _ROLE_NUMBERS["other"]
_FAST, _SLOW = _ROLE_NUMBERS["fast"], _ROLE_NUMBERS["slow"]
_ROLES_OF: Final = {kind: tuple(_ROLE_NUMBERS[role] for role in roles) for kind, roles in _REGIONS.items()}
_SPELLED: Final = {
    "binary": "op", "inplace": "op", "unary": "op", "compare": "op", "boolean": "op", "getattr": "name",
    "setattr": "name", "comprehension": "type",
}  # fmt: skip
_TESTED: Final = frozenset(("if", "select", "comp_if"))
_STATEMENTS: Final = frozenset(kind for kind, spec in SPECS.items() if spec.statement)
(_OPERAND_0, _OPERAND_1, _OPERAND, _USER, _PARENT, _CHILD, _PREVIOUS, _NEXT, _DEFINITION, _USE) = range(10)


class TooLarge(ValueError):
    """A function of more ops than a model is asked about."""


def encode(
    function: Function,
    actions: Sequence[Action],
    vocabulary: Vocabulary,
    *,
    remaining: int | None = None,
    slack: int | None = None,
    most: int = MOST_OPS,
) -> Sample:
    """
    The arrays of a choice: `remaining` rewrites are left and the function may grow by `slack` ops, None for no limit.

    The bodies of nested functions and classes are left out. Raises TooLarge for more than `most` ops, and KeyError for
    an action of a rule that the vocabulary lacks.
    """
    table, edges, rows = _Pass(function, vocabulary, most).run()
    size = len(rows)
    ops = np.array(table, np.uint8).reshape(size, -1)
    numbers = vocabulary.rule_numbers
    chosen = [(rows[each.candidate.op], numbers[each.candidate.rule.name]) for each in actions]
    return Sample(
        ops,
        np.array(edges, np.uint16).reshape(-1, 3),
        np.array(chosen, np.uint16).reshape(-1, 2),
        np.array([each.outlook for each in actions], np.float32).reshape(-1, len(OUTLOOK)),
        np.array(
            (
                remaining_number(remaining), _slack(slack), not isinstance(function.facts.observed, NothingObserved),
                min(size.bit_length(), 9), min(len(actions).bit_length(), 9), function.is_module,
            ),
            np.uint8,
        ),
    )  # fmt: skip


class _Pass:
    """One walk over the ops of a function."""

    def __init__(self, function: Function, vocabulary: Vocabulary, most: int) -> None:
        self.function = function
        self.most = most
        self.kinds = vocabulary.kind_numbers
        self.words = vocabulary.word_numbers
        self.rows: dict[Op, int] = {}
        self.types: dict[Value, int] = {}

    def run(self) -> tuple[list[int], list[int], dict[Op, int]]:
        """Rows of COLUMNS and triples of edges, both one after the other, and the row of each op."""
        function, rows, kinds = self.function, self.rows, self.kinds
        table: list[int] = []
        edges: list[int] = []
        loads: list[Op] = []
        uses, definitions = function.reaching.uses, function.reaching.of
        # a frame for each region: its ops, role, loops around it, logarithm of its frequency, parent, last statement
        frames: list[list[Any]] = [[iter(function.body.ops), 0, 0, 0.0, -1, -1]]
        while frames:
            frame = frames[-1]
            ops, role, depth, often, parent, last = frame
            for op in ops:
                row = len(rows)
                rows[op] = row
                if row >= self.most:
                    raise TooLarge(f"a function of more than {self.most} ops")
                kind, attrs = op.kind, op.attrs
                for index, operand in enumerate(op.operands):
                    place = rows[operand]
                    edges += (index if index < 2 else _OPERAND, place, row, _USER, row, place)
                if kind in _STATEMENTS:
                    if parent >= 0:
                        edges += (_PARENT, parent, row, _CHILD, row, parent)
                    if last >= 0:
                        edges += (_PREVIOUS, last, row, _NEXT, row, last)
                    last = frame[5] = row
                function.look_from(op)
                loop_turns = turns(function, op) if kind in _LOOPS else None
                word = scope = used = constant = outcome = 0
                if kind == "load":
                    known = definitions.get(op)
                    if known is not None:
                        loads.append(op)
                        used = 1 + min(len(known), 5)
                    scope, word = self._name(op, known)
                elif kind == "constant":
                    constant = _constant(attrs["value"])
                elif kind in _SPELLED:
                    word = self.words.get(attrs[_SPELLED[kind]], 0)
                elif kind in BINDERS:
                    used = 1 + min(len(uses.get(op, ())), 5)
                    named = attrs.get("scope")
                    scope = _SCOPE_NUMBERS.get(named, 0) if isinstance(named, str) else 0
                elif kind == "chain":
                    word = self.words.get(attrs["ops"][0], 0)
                if kind in _TESTED or kind == "while":
                    outcome = self._outcome(op)
                table += (
                    kinds.get(kind, 0), word, self._type(function.value(op)), function.effects(op), min(depth, 7),
                    0 if kind not in _LOOPS else _turns(loop_turns), used, constant, role, scope,
                    max(0, min(15, round(often) + 4)), outcome,
                )  # fmt: skip
                if op.regions and kind not in ("def", "class"):
                    frames += self._inside(op, row, depth, often, loop_turns, outcome)
                    break
            else:
                frames.pop()
        function.look_from(None)
        for load in loads:
            place = rows[load]
            for found in sorted(rows[each] for each in _ops_in(definitions[load]) if each in rows)[:_MOST_DEFINITIONS]:
                edges += (_DEFINITION, found, place, _USE, place, found)
        return table, edges, rows

    def _inside(
        self, op: Op, row: int, depth: int, often: float, loop_turns: float | None, outcome: int
    ) -> Iterable[list[Any]]:
        """The frames of an op's regions, the last one first."""
        kind = op.kind
        roles = _ROLES_OF.get(kind, ())
        version = kind == "if" and op.attrs.get("version")
        for index in range(len(op.regions) - 1, -1, -1):
            role = roles[min(index, len(roles) - 1)] if roles else _OTHER_ROLE
            inner, times = depth, often
            if kind in _LOOPS and index < 2:
                inner += 1
                times += _USUAL_TURNS if loop_turns is None else math.log2(max(loop_turns, 0.125))
            elif version:
                role, times = (_FAST, often) if index == 0 else (_SLOW, often + _RARELY)
            elif kind in _TESTED:
                times += _SHARES[outcome][index]
            elif kind in ("boolean", "chain"):
                times -= 1.0
            elif kind == "lambda" or (kind == "try" and index == 1):
                times += _RARELY
            yield [iter(op.regions[index].ops), role, inner, times, row, -1]

    def _name(self, load: Op, known: Definitions | None) -> tuple[int, int]:
        """The scope and the word of a load."""
        builtin = self.function.builtin(load)
        if builtin:
            return _SCOPE_NUMBERS["builtin"], self.words.get(builtin, 0)
        if known is not None and len(known) == 1 and PARAMETER in known:
            return _SCOPE_NUMBERS["parameter"], 0
        return _SCOPE_NUMBERS.get(load.attrs["scope"], 0), 0

    def _type(self, value: Value) -> int:
        number = self.types.get(value)
        if number is None:
            number = self.types[value] = _TYPE_NUMBERS[_type_fact(value)]
        return number

    def _outcome(self, op: Op) -> int:
        test = op.regions[0].result if op.kind == "while" else op.operands[0]
        seen = self.function.facts.observed.outcomes(self.function, test)
        if seen is None or not sum(seen):
            return 0
        share = seen[0] / sum(seen)
        return 1 + sum(share >= limit for limit in (0.05, 0.25, 0.5, 0.75, 0.95))


_SHARES: Final = (
    (-1.0, -1.0), (-5.0, 0.0), (-3.0, 0.0), (-1.5, -0.5), (-0.5, -1.5), (0.0, -3.0), (0.0, -5.0),
)  # fmt: skip
"""Logarithms of how often each arm runs, by `outcome`."""


def _ops_in(definitions: Definitions) -> set[Op]:
    found: set[Op] = set()
    for each in definitions:
        if isinstance(each, Op):
            found.add(each)
        elif isinstance(each, Refinement):
            found |= _ops_in(each.before)
    return found


def _type_fact(value: Value) -> str:
    if not value:
        return "never reached"
    if "any" in value:
        return "anything"
    names = {type_name(atom) for atom in value}
    if len(names) == 1:
        (name,) = names
        own = all(isinstance(atom, Site) and not atom.shared for atom in value)
        if own and f"own {name}" in _TYPE_NUMBERS:
            return f"own {name}"
        return name if name in _TYPE_NUMBERS else "several"
    return "several numbers" if names <= NUMBERS else "several"


def _constant(value: object) -> int:
    return _CONSTANT_NUMBERS[_constant_class(value)]


def _constant_class(value: object) -> str:
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        if -1 <= value <= 2:
            return str(value)
        if value > 0 and value & (value - 1) == 0:
            return "power of two"
        return "small int" if abs(value) < 256 else "int" if abs(value) < 1 << 30 else "large int"
    if isinstance(value, float):
        return "float" if math.copysign(1.0, value) < 0 else {0.0: "0.0", 1.0: "1.0"}.get(value, "float")
    if isinstance(value, str):
        return ("empty str", "character")[len(value)] if len(value) < 2 else "str"
    return {bytes: "bytes", complex: "complex"}.get(type(value), "Ellipsis")


def _turns(turns: float | None) -> int:
    """0 is for what is no loop."""
    return 1 if turns is None else 2 + sum(turns >= limit for limit in (2, 4, 8, 16, 128, 1024))


def _slack(ops: int | None) -> int:
    return 0 if ops is None else 1 + sum(ops >= limit for limit in (1, 8, 32, 128, 512))
