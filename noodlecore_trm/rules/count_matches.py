"""
Let a list, tuple or string count how often it holds a value.

    for x in xs: if x == v: n += 1   ->   n += xs.count(v)

Before:

    def frequency(text, wanted):
        words = f"{text} end".split()
        found = 0
        for word in words:
            if word == "end":
                found += 1
        return found

After:

    def frequency(text, wanted):
        words = f"{text} end".split()
        found = 0
        found += words.count("end")
        return found

Why: the comparisons stay in C.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import INT, is_plain
from noodlecore_trm.ir.facts.uses import leaves_no_variable
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.shapes import added, loop_variable, only_statement
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "container_has_no_such_count": "`set` has no `count`, and that of a class of one's own may count anything",
    "string_counts_substrings": "`'aaa'.count(v)` is 1 for a v of 'aa', which no letter is equal to",
    "items_may_compare_in_their_own_way": "each `x == v` calls the `__eq__` of a foreign x, which may look at n",
    "value_may_be_nan": "a NaN is in `[nan]` by identity, and not equal to itself",
    "value_is_changed_in_the_loop": "in `if x == n: n += 1` the value is another one in each turn",
    "counter_may_be_changed": "a closure may rebind it, and with no items an unbound one is not read by the loop",
    "counter_may_be_no_int": "True stays True where nothing matches, `True + 0` is 1; a foreign n runs its `__iadd__`",
    "variable_is_used_afterwards": "the loop leaves its variable at the last item",
}


_UNLIKE_ITSELF = frozenset(("float", "complex"))


@dataclass(frozen=True)
class Count:
    """The loop, the counter, and the value to look for."""

    loop: Op
    counter: Op
    value: Op


def match(function: Function, op: Op) -> bool:
    return _counted(op) is not None


def _counted(loop: Op) -> Count | None:
    variable = loop_variable(loop)
    test = only_statement(loop.regions[1])
    if variable is None or test is None or test.kind != "if" or test.regions[1].ops:
        return None
    step = only_statement(test.regions[0])
    sides = None if step is None else added(step)
    comparison = test.operands[0]
    if sides is None or comparison.kind != "compare" or comparison.attrs["op"] != "==":
        return None
    counter, one = sides
    if one.kind != "constant" or type(one.attrs["value"]) is not int or one.attrs["value"] != 1:
        return None
    left, right = comparison.operands
    if not _is_load_of(left, variable):
        left, right = right, left
    if not _is_load_of(left, variable) or right.kind not in ("load", "constant") or _is_load_of(counter, variable):
        return None
    return Count(loop, counter, right)


def _is_load_of(op: Op, variable: Op) -> bool:
    return op.kind == "load" and bool(op.attrs["name"] == variable.attrs["name"])


def prove(function: Function, op: Op) -> Count | Refused:
    found = _counted(op)
    assert found is not None
    items, counter, value = op.operands[0], found.counter, found.value
    if not (function.is_local(counter) and function.is_bound(counter)) or function.tree_effects(items) & WRITE_SLOT:
        return Refused("counter_may_be_changed")
    if function.value(counter) != INT:
        return Refused("counter_may_be_no_int")
    if function.is_exactly(items, "str"):
        if not _is_letter(value):
            return Refused("string_counts_substrings")
    elif not function.is_exactly(items, "list", "tuple"):
        return Refused("container_has_no_such_count")
    if value.kind == "load":
        changed = (counter.attrs["name"], op.regions[0].ops[1].attrs["name"])
        if not (function.is_local(value) and function.is_bound(value)) or value.attrs["name"] in changed:
            return Refused("value_is_changed_in_the_loop")
    elements, wanted = function.values.element(function.value(items)), function.value(value)
    if not elements or not wanted or not is_plain(elements) or not is_plain(wanted):
        return Refused("items_may_compare_in_their_own_way")
    if value.kind == "load" and wanted & elements & _UNLIKE_ITSELF:
        return Refused("value_may_be_nan")
    if not leaves_no_variable(function, op):
        return Refused("variable_is_used_afterwards")
    return found


def _is_letter(op: Op) -> bool:
    return op.kind == "constant" and isinstance(op.attrs["value"], str) and len(op.attrs["value"]) == 1


def build(proof: Count) -> Replacement:
    call = make.call(make.getattr_(clone(proof.loop.operands[0]), "count"), clone(proof.value))
    statement = make.augment(proof.counter.attrs["name"], "+", call, proof.counter.attrs["scope"])
    return Replacement((Edit((proof.loop,), (statement,)),))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
