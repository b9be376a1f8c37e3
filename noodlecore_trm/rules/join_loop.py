"""
Let `join` put the strings of a container together.

    for x in xs: text += x   ->   text += "".join(xs)

Before:

    def initials(sentence):
        found = ""
        for word in f"{sentence} x".title().split():
            found += word
        return found

After:

    def initials(sentence):
        found = ""
        found += ''.join(f"{sentence} x".title().split())
        return found

Why: the length of the result is found first, and the strings are copied once, in C.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import STR
from noodlecore_trm.ir.facts.uses import leaves_no_variable, yields_quietly
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.shapes import added, gathered
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "text_may_be_changed": "a closure may rebind the text; with no items an unbound one is not read by the loop",
    "items_may_run_foreign_code": "an iterator in Python may look at the text, or raise and leave a part of it",
    "strings_are_not_known": "`join` refuses numbers, and the `__radd__` of a class of one's own may give anything",
    "variable_is_used_afterwards": "the loop leaves its variable at the last item",
}


@dataclass(frozen=True)
class Joining:
    """The loop, the text it adds to, and the items."""

    loop: Op
    text: Op
    items: Op


def match(function: Function, op: Op) -> bool:
    return gathered(op, added) is not None


def prove(function: Function, op: Op) -> Joining | Refused:
    text = gathered(op, added)
    assert text is not None
    items = op.operands[0]
    if not (function.is_local(text) and function.is_bound(text)) or function.tree_effects(items) & WRITE_SLOT:
        return Refused("text_may_be_changed")
    if not yields_quietly(function, items):
        return Refused("items_may_run_foreign_code")
    if function.value(text) != STR or function.values.element(function.value(items)) != STR:
        return Refused("strings_are_not_known")
    if not leaves_no_variable(function, op):
        return Refused("variable_is_used_afterwards")
    return Joining(op, text, items)


def build(proof: Joining) -> Replacement:
    joined = make.call(make.getattr_(make.constant(""), "join"), clone(proof.items))
    statement = make.augment(proof.text.attrs["name"], "+", joined, proof.text.attrs["scope"])
    return Replacement((Edit((proof.loop,), (statement,)),))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
