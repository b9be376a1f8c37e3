"""
Make a test once for two statements that follow each other and ask the same.

    if type(x) is C: A         ->   if type(x) is C: A; B
    else: a                         else: a; b
    if type(x) is C: B
    else: b

Before:

    def describe(n):
        words = []
        if n is None:
            words.append("nothing")
        else:
            words.append(n)
        if n is None:
            words.append("to see")
        return words

After:

    def describe(n):
        words = []
        if n is None:
            words.append("nothing")
            words.append("to see")
        else:
            words.append(n)
        return words

Why: the second test costs as much as the first. It comes out the same, as it asks only which object a
variable holds, or of which class that is.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import SPECS, SUSPEND
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.loops import same
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.facts.uses import can_drop
from noodlecore_trm.ir.op import Op, Region, tree, walk
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "answer_may_change": "`if x:` asks an object of any class, which may answer differently the second time",
    "class_may_change": "`x.__class__ = Other` between two tests `type(x) is C`",
    "variable_is_bound_between": "`if x is None: x = 1` has another x in the second test",
    "written_as_a_chain": "the `elif` of the one would become part of the other",
    "shares_its_line": "`if x is None: a = 1; b = 2` would have to be taken apart",
    "declares_a_name": "`global total` in an arm would come after uses of total in the other `if`",
    "unreachable_code_counts": "a `yield` that is never reached makes a generator, an assignment a local variable",
}

@dataclass(frozen=True)
class Repeated:
    """Two `if` statements, the one after the other."""

    first: Op
    second: Op


def match(function: Function, op: Op) -> bool:
    following = _following(op)
    return following is not None and same(op.operands[0], following.operands[0])


def _following(op: Op) -> Op | None:
    """The `if` that comes right after a statement."""
    assert op.region is not None
    roots = list(op.region.roots())
    rest = roots[roots.index(op) + 1 :][:1]
    return rest[0] if rest and rest[0].kind == "if" else None


def prove(function: Function, op: Op) -> Repeated | Refused:
    second = _following(op)
    assert second is not None
    test = op.operands[0]
    if test.kind != "compare" or test.attrs["op"] not in ("is", "is not"):
        return Refused("answer_may_change")
    for each in test.operands:
        if not _is_steady(function, each):
            return Refused("answer_may_change")
    if any(each.kind in ("global", "nonlocal") for region in (*op.regions, *second.regions) for each in walk(region)):
        return Refused("declares_a_name")
    asks_class = any(each.kind == "call" for each in test.operands)
    for each in test.operands:
        if each.kind == "load" and (asks_class or not function.is_local(each)) and not _is_class(function, each):
            return Refused("class_may_change")
    if all(each.kind == "call" for each in test.operands):
        return Refused("class_may_change")
    read = {each.attrs["name"] for each in tree(test) if each.kind == "load"}
    if any(each.kind in BINDERS and read & set(bound_names(each)) for region in op.regions for each in walk(region)):
        return Refused("variable_is_bound_between")
    if any(each.attrs.get("elif") for region in (*op.regions, *second.regions) for each in region.roots()):
        return Refused("written_as_a_chain")
    if any(region is not None and region.inline for region in (op.region, *op.regions, *second.regions)):
        return Refused("shares_its_line")
    for one, other in zip(op.regions, second.regions, strict=True):
        if _leaves(one) and _counts(function, other):
            return Refused("unreachable_code_counts")
    return Repeated(op, second)


def _leaves(region: Region) -> bool:
    """Whether what comes after a block is never reached from it."""
    roots = list(region.roots())
    return bool(roots) and roots[-1].kind in make.LEAVING


def _counts(function: Function, region: Region) -> bool:
    """Whether code that never runs has a say in what the function is, or where a variable belongs."""
    inside = set(walk(region))
    for each in inside:
        if SPECS[each.kind].effects & SUSPEND:
            return True
        names = bound_names(each) if each.kind in BINDERS and not function.is_module else ()
        if any(not can_drop(function, name, inside) for name in names):
            return True
    return False


def _is_steady(function: Function, op: Op) -> bool:
    """Whether an operand of `is` is the same object as long as no variable in it is bound again."""
    if op.kind == "call":
        asked = op.operands[1:]
        return function.builtin(op.operands[0]) == "type" and len(asked) == 1 and _is_variable(function, asked[0])
    return op.kind == "constant" or _is_variable(function, op) or (op.kind == "load" and op.attrs["scope"] == "global")


def _is_variable(function: Function, op: Op) -> bool:
    return op.kind == "load" and function.is_local(op) and function.is_bound(op)


def _is_class(function: Function, op: Op) -> bool:
    """Whether a name means a builtin type, or a class that no object can join or leave."""
    facts, name = function.facts, op.attrs["name"]
    if op.attrs["scope"] != "global":
        return False
    return (facts.is_builtin(name) and name in _TYPES) or (facts.closed_world and facts.classes.get(name) is not None)


_TYPES = frozenset(("bool", "bytes", "complex", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"))


def build(proof: Repeated) -> Replacement:
    first, second = proof.first, proof.second
    then, orelse = (_joined(*pair) for pair in zip(first.regions, second.regions, strict=True))
    joined = Op("if", (first.operands[0],), first.attrs, (then, orelse), first.origin)
    joined.edited = True
    return Replacement((Edit((first, second), (joined,)),))


def _joined(one: Region, other: Region) -> Region:
    roots, more = list(one.roots()), list(other.roots())
    if _leaves(one):
        more = []
    return make.block([*roots, *more], one if roots else other)


RULE = Rule(__name__.rpartition(".")[2], "branches", ("if",), match, prove, build, REFUSALS)
