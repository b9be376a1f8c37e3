"""
Take the items of a container without going through them one by one.

    [x for x in xs]           ->   list(xs)
    sorted(x for x in xs)     ->   sorted(xs)

Before:

    def words_of(text):
        words = f"{text} end".split()
        return [word for word in words], max(word for word in words)

After:

    def words_of(text):
        words = f"{text} end".split()
        return list(words), max(words)

Why: the items are copied in C, and no frame is entered for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.uses import taker, yields_quietly
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.shapes import only_clause
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "after `def list(xs): return 0` the call means something else",
    "iterable_is_not_known": "`list(xs)` asks a class of one's own for its length, a comprehension does not",
    "order_may_differ": "`set(xs)` of a set copies its table, one by one its items may come to lie otherwise",
    "makes_no_copy": "`tuple(xs)` of a tuple is xs itself, `frozenset(xs)` may be, too",
    "not_taken_at_once": "a generator that is kept, or given to a function of one's own, is used up; a list is not",
}

_ORDERED = ("list", "tuple", "str", "bytes", "range")


@dataclass(frozen=True)
class Copy:
    """The comprehension and the function to call instead; none where a generator is left out."""

    comprehension: Op
    name: str


def match(function: Function, op: Op) -> bool:
    clause = None if op.attrs["type"] == "dict" else only_clause(op)
    if clause is None:
        return False
    target, element = clause[0].regions[0].ops[-1], clause[1].operands[0]
    return target.kind == "store" and element.kind == "load" and bool(element.attrs["name"] == target.attrs["name"])


def prove(function: Function, op: Op) -> Copy | Refused:
    name = str(op.attrs["type"])
    source = op.operands[0]
    if name == "generator":
        taken_by = taker(function, op)
        if not taken_by:
            return Refused("not_taken_at_once")
    else:
        taken_by = name
        if not function.facts.is_builtin(name) or function.hides(op, name):
            return Refused("name_is_rebound")
    if not yields_quietly(function, source):
        return Refused("iterable_is_not_known")
    if taken_by in ("set", "frozenset") and not function.is_exactly(source, *_ORDERED):
        return Refused("order_may_differ")
    copied = ("list", "str", "bytes", "range", "dict", "set", "iterator")
    if taken_by == "tuple" and not function.is_exactly(source, *copied):
        return Refused("makes_no_copy")
    return Copy(op, "" if name == "generator" else name)


def build(proof: Copy) -> Replacement:
    source = clone(proof.comprehension.operands[0])
    return Replacement((Edit((proof.comprehension,), (make.builtin(proof.name, source) if proof.name else source,)),))


RULE = Rule(__name__.rpartition(".")[2], "containers", ("comprehension",), match, prove, build, REFUSALS)
