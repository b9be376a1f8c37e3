"""
Append to a list instead of adding a list of one item to it.

    xs += [x]       ->   xs.append(x)
    xs = xs + [x]   ->   xs.append(x)      where nobody else holds the list

Before:

    def squares(count):
        found = []
        for number in range(count.bit_length()):
            found = found + [number * number]
        return found

After:

    def squares(count):
        found = []
        for number in range(count.bit_length()):
            found.append(number * number)
        return found

Why: no list is made for one item, and the long one is not copied.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.holders import holding, is_over_at_once, loops_over
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.op import Op, clone, everything
from noodlecore_trm.ir.shapes import added
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "list_is_not_known": "a class of one's own may add lists in its own way, and a deque has no `+`",
    "item_rebinds_the_list": "`xs += [(xs := ys)]` leaves the old list in xs",
    "list_is_known_elsewhere": "after `ys = xs` only xs gets longer by `xs = xs + [x]`",
    "list_is_being_iterated": "`for x in xs: xs = xs + [x]` ends with the items of the first list",
    "shares_its_line": "`if x: xs += [x]` on one line would have to be taken apart",
}


@dataclass(frozen=True)
class Appending:
    """The statement, the list and the item."""

    statement: Op
    grown: Op
    item: Op


def match(function: Function, op: Op) -> bool:
    return _appending(op) is not None


def _appending(op: Op) -> Appending | None:
    sides = added(op)
    if sides is None or sides[1].kind != "list" or len(sides[1].operands) != 1:
        return None
    item = sides[1].operands[0]
    return Appending(op, sides[0], item) if item.kind != "star" else None


def prove(function: Function, op: Op) -> Appending | Refused:
    found = _appending(op)
    assert found is not None
    name = found.grown.attrs["name"]
    if not function.is_exactly(found.grown, "list"):
        return Refused("list_is_not_known")
    if any(each.kind in BINDERS and name in bound_names(each) for each in everything(found.item)):
        return Refused("item_rebinds_the_list")
    if op.region is None or op.region.kind != "block" or op.region.inline:
        return Refused("shares_its_line")
    if op.operands[0].kind == "binary":
        held = holding(function, name)
        if held is None or not all(is_over_at_once(function, load) for load in held.loads):
            return Refused("list_is_known_elsewhere")
        around = set(function.enclosing(op))
        if any(loop in around for loop in loops_over(held.loads)):
            return Refused("list_is_being_iterated")
    return found


def build(proof: Appending) -> Replacement:
    call = make.call(make.getattr_(clone(proof.grown), "append"), clone(proof.item))
    return Replacement((Edit((proof.statement,), (make.expression(call),)),))


RULE = Rule(__name__.rpartition(".")[2], "containers", ("store",), match, prove, build, REFUSALS)
