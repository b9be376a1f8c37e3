"""
Write a container that a constructor call makes as a display.

    list()      ->   []
    dict(a=1)   ->   {"a": 1}
    tuple()     ->   ()

Before:

    def group(pairs):
        found = dict()
        for key, value in pairs:
            found.setdefault(key, list()).append(value)
        return dict(found=found, empty=tuple())

After:

    def group(pairs):
        found = {}
        for key, value in pairs:
            found.setdefault(key, []).append(value)
        return {'found': found, 'empty': ()}

Why: a display is one instruction, the call looks the name up twice and goes through the type.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "after `list = tuple` the call makes something else",
    "takes_an_argument": "`list(x)` copies, `dict(**x)` may raise for a key that is no string",
}

_DISPLAYS = ("list", "dict", "tuple")


@dataclass(frozen=True)
class Constructor:
    """The call, what it makes, and the keywords with their values."""

    call: Op
    kind: str
    keywords: tuple[str, ...]
    values: tuple[Op, ...]


def match(function: Function, op: Op) -> bool:
    callee = op.operands[0]
    return callee.kind == "load" and callee.attrs["scope"] == "global" and callee.attrs["name"] in _DISPLAYS


def prove(function: Function, op: Op) -> Constructor | Refused:
    kind = function.builtin(op.operands[0])
    if not kind:
        return Refused("name_is_rebound")
    keywords = tuple(op.attrs["keywords"])
    values = op.operands[1:]
    if len(values) != len(keywords) or (keywords and (kind != "dict" or "" in keywords)):
        return Refused("takes_an_argument")
    return Constructor(op, kind, keywords, values)


def build(proof: Constructor) -> Replacement:
    if proof.kind == "dict":
        pairs: list[Op] = []
        for keyword, value in zip(proof.keywords, proof.values, strict=True):
            pairs += (make.constant(keyword), clone(value))
        display = Op("dict", tuple(pairs), {"entries": "p" * len(proof.keywords)})
    else:
        display = Op(proof.kind)
    return Replacement((Edit((proof.call,), (display,)),))


RULE = Rule(__name__.rpartition(".")[2], "containers", ("call",), match, prove, build, REFUSALS)
