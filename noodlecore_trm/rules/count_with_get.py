"""
Count in a dict with one lookup of the old number.

    if k in d: d[k] += 1        ->   d[k] = d.get(k, 0) + 1
    else: d[k] = 1

Before:

    def remainders(items):
        counts = {}
        for position in range(len(items)):
            rest = position * position % 7
            if rest in counts:
                counts[rest] += 1
            else:
                counts[rest] = 1
        return counts

After:

    def remainders(items):
        counts = {}
        for position in range(len(items)):
            rest = position * position % 7
            counts[rest] = counts.get(rest, 0) + 1
        return counts

Why: the test, the read and the write each look the key up; two of the three are enough.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import INTEGERS, Site, is_plain
from noodlecore_trm.ir.op import Op, Region, clone
from noodlecore_trm.ir.shapes import spelled, written_int
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "mapping_is_not_our_dict": "a `defaultdict` makes missing items in `d[k]`, and its `get` does not",
    "mapping_is_known_elsewhere": "another holder of the dict may put any key or value into it",
    "key_may_compare_in_its_own_way": "each lookup calls `__hash__` and `__eq__` of a foreign key",
    "number_may_be_no_int": "`d[k] += 1` on a foreign value runs its `__iadd__`",
    "variable_may_be_changed": "a closure may rebind the dict, and an unbound one raises for another name first",
    "shares_a_line_or_chain": "an `elif` cannot become a statement of its own",
}


@dataclass(frozen=True)
class Counting:
    """The statement, the dict, the key, and the numbers to start with and to add."""

    statement: Op
    mapping: Op
    key: Op
    start: int
    step: int


def match(function: Function, op: Op) -> bool:
    return _counting(op) is not None


def _counting(op: Op) -> Counting | None:
    test = op.operands[0]
    if test.kind != "compare" or test.attrs["op"] not in ("in", "not in"):
        return None
    key, mapping = test.operands
    if key.kind not in ("load", "constant") or mapping.kind != "load":
        return None
    present, absent = op.regions if test.attrs["op"] == "in" else op.regions[::-1]
    step = _only_item(present, mapping, key)
    first = _only_item(absent, mapping, key)
    if step is None or first is None or not _adds_to(step, mapping, key):
        return None
    added = written_int(step.operands[1])
    started = written_int(first)
    if added is None or started is None:
        return None
    return Counting(op, mapping, key, started - added, added)


def _adds_to(op: Op, mapping: Op, key: Op) -> bool:
    """Whether the value is that of `d[k] += n` or `d[k] + n`."""
    if op.kind not in ("inplace", "binary") or op.attrs["op"] != "+" or op.operands[0].kind != "getitem":
        return False
    container, index = op.operands[0].operands
    return _is_same(container, mapping) and _is_same(index, key)


def _only_item(region: Region, mapping: Op, key: Op) -> Op | None:
    """What the only statement of a block stores under the key."""
    statements = list(region.roots())
    if len(statements) != 1 or statements[0].kind != "setitem":
        return None
    value, container, index = statements[0].operands
    same = _is_same(container, mapping) and _is_same(index, key)
    return value if same else None


def _is_same(left: Op, right: Op) -> bool:
    if left.kind == right.kind == "load":
        return bool(left.attrs["name"] == right.attrs["name"])
    return left.kind == right.kind == "constant" and spelled(left.attrs["value"]) == spelled(right.attrs["value"])


def prove(function: Function, op: Op) -> Counting | Refused:
    found = _counting(op)
    assert found is not None
    for load in (found.mapping, found.key):
        if load.kind == "load" and not (function.is_local(load) and function.is_bound(load)):
            return Refused("variable_may_be_changed")
    if not function.value(found.key) or not is_plain(function.value(found.key)):
        return Refused("key_may_compare_in_its_own_way")
    dicts = [atom for atom in function.value(found.mapping) if isinstance(atom, Site) and atom.kind == "dict"]
    if not dicts or len(dicts) != len(function.value(found.mapping)):
        return Refused("mapping_is_not_our_dict")
    if any(site.escaped or not is_plain(site.keys) for site in dicts):
        return Refused("mapping_is_known_elsewhere")
    if not all(site.elements <= INTEGERS for site in dicts):
        return Refused("number_may_be_no_int")
    if op.attrs["elif"] or op.region is None or op.region.inline:
        return Refused("shares_a_line_or_chain")
    return found


def build(proof: Counting) -> Replacement:
    getter = make.getattr_(clone(proof.mapping), "get")
    known = make.call(getter, clone(proof.key), make.constant(proof.start))
    value = make.binary("+", known, make.constant(proof.step))
    statement = Op("setitem", (value, clone(proof.mapping), clone(proof.key)))
    return Replacement((Edit((proof.statement,), (statement,)),))


RULE = Rule(__name__.rpartition(".")[2], "containers", ("if",), match, prove, build, REFUSALS)
