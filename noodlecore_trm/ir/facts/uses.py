"""Who uses the value of an op, what for, and whether a variable can go."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from noodlecore_trm.ir.dialect import CALL, PURE, RAISE, READ_HEAP, READ_SLOT, SUSPEND, WRITE_HEAP
from noodlecore_trm.ir.facts.atoms import CONTAINERS, STR, Site, Tuple, Value, hold_alike, is_plain, type_name
from noodlecore_trm.ir.facts.function import Function
from noodlecore_trm.ir.facts.reaching import PARAMETER
from noodlecore_trm.ir.op import Op, everything
from noodlecore_trm.ir.shapes import annotates, consumer, method_call

_TAKERS = frozenset(("list", "tuple", "set", "frozenset", "sorted", "sum", "min", "max", "any", "all"))
_ARITHMETIC = ("binary", "unary", "inplace")
_TESTS = ("if", "comp_if", "select", "assert")
_EXPRESSIONS = ("comprehension", "comp_for", "comp_if")
_INDEXED = frozenset(("list", "tuple", "str", "bytes", "range"))
TOLD_APART_BY_VALUE: Final = frozenset(("int", "bool", "str", "bytes", "NoneType"))
"""Which of several equal ones an object is, nobody has been promised; a NaN is equal to none."""
_QUIET_KINDS = frozenset(("list", "tuple", "str", "bytes", "range", "dict", "set"))


def taker(function: Function, op: Op) -> str:
    """The builtin (or `join`) that an iterator is the only argument of, if it takes what it needs before it returns."""
    call = consumer(op)
    if call is None or call.kind != "call" or len(call.operands) != 2 or call.attrs["keywords"]:
        return ""
    if method_call(call, "join") is not None:
        return "join" if function.value(call.operands[0].operands[0]) == STR else ""
    name = function.builtin(call.operands[0])
    return name if name in _TAKERS else ""


def is_quantifier(op: Op) -> bool:
    """Whether an op calls `any` or `all` with a generator, and nothing else."""
    if op.kind != "call" or len(op.operands) != 2 or op.attrs["keywords"] or op.operands[0].kind != "load":
        return False
    callee, argument = op.operands
    if callee.attrs["name"] not in ("any", "all") or callee.attrs["scope"] != "global":
        return False
    return argument.kind == "comprehension" and bool(argument.attrs["type"] == "generator")


def is_iterated(op: Op) -> bool:
    """Whether an op is part of what a comprehension iterates over, where no `:=` may stand."""
    here: Op | None = op
    while here is not None:
        user = consumer(here)
        if user is None:
            region = here.region
            assert region is not None
            inside = region.kind != "block" or (region.parent is not None and region.parent.kind in _EXPRESSIONS)
            user = region.parent if inside else None
        elif user.kind in ("comprehension", "comp_for"):
            return True
        here = user
    return False


def shows_no_identity(function: Function, op: Op) -> bool:
    """
    Whether nothing can tell which of several equal numbers or strings the value of `op` is.

    What may be a NaN is not to be had by code that is not known, nor to be looked for in a dict.
    """
    user = consumer(op)
    if user is None:
        return False
    others: Value = frozenset().union(*(function.value(each) for each in user.operands if each is not op))
    by_value = function.value(op) <= TOLD_APART_BY_VALUE
    if user.kind == "compare":
        return user.attrs["op"] in ("==", "!=", "<", "<=", ">", ">=") and (by_value or is_plain(others))
    if user.kind == "unary" and user.attrs["op"] == "+":
        return by_value or shows_no_identity(function, user)  # of a float it gives the float itself
    if user.kind in _ARITHMETIC:
        return by_value or is_plain(others)
    if user.kind not in ("getitem", "setitem") or user.operands[-1] is not op:
        return False
    return by_value or all(type_name(atom) in _INDEXED for atom in function.value(user.operands[-2]))


def is_tested(op: Op) -> bool:
    """Whether nothing but the truth of the value of `op` is ever asked for."""
    user = consumer(op)
    if user is None:
        return False
    if user.kind in _TESTS:
        return True
    if user.kind == "unary":
        return bool(user.attrs["op"] == "not")
    if user.kind == "boolean":
        return is_tested(user)
    if user.kind != "result" or user.region is None or user.region.parent is None:
        return False
    holder = user.region.parent
    if holder.kind in ("while", "case"):
        return user.region is holder.regions[0]
    return holder.kind in ("boolean", "select") and is_tested(holder)


def can_wait(function: Function, op: Op, effects: int) -> bool:
    """
    Whether it makes no difference that an op is evaluated after code with these effects instead of before; the code
    binds no variable of the function.
    """
    mask = function.effects(op)
    if mask & CALL:
        return False
    if op.kind == "load" and function.is_local(op) and function.is_bound(op):
        return True
    if function.builtin(op):
        mask = PURE
    if mask & ~(READ_HEAP | RAISE | (READ_SLOT if op.kind != "load" else PURE)) or op.regions:
        return False
    if mask & READ_HEAP and effects & (WRITE_HEAP | CALL | SUSPEND):
        return False
    return not (mask & RAISE and effects & (RAISE | WRITE_HEAP | CALL | SUSPEND))


def can_drop(function: Function, name: str, inside: Collection[Op]) -> bool:
    """
    Whether the bindings of `name` among the ops `inside` can go without changing another use.

    A name that is bound nowhere would become a global one, and `del` and `nonlocal` need its binding.
    """
    mentioned = any(name in op.attrs["names"] for op in function.of_kind("nonlocal") if op not in inside)
    bound = name in function.scope.parameters or PARAMETER in function.reaching.all.get(name, ())
    for op in function.mentions.get(name, ()):
        if op in inside or annotates(op):
            continue
        if op.kind == "delname":
            return False
        if op.kind == "load":
            mentioned = True
        elif not bound and op.kind != "walrus" and op.attrs.get("scope") in ("local", "cell"):
            bound = all(region.scope is None for region in function.regions_around(op))
    return bound or not mentioned


def leaves_no_variable(function: Function, loop: Op) -> bool:
    """Whether nothing outside of a `for` loop reads the variable it leaves at the last item."""
    variable = loop.regions[0].ops[1]
    name = variable.attrs["name"]
    if not function.is_local(variable) or function.live_after(loop, name):
        return False
    read_first = {inner for operand in loop.operands for inner in everything(operand)}
    return can_drop(function, name, set(everything(loop)) - read_first)


def may_be_unbound(function: Function, root: Op) -> bool:
    """
    Whether an expression reads a variable of the function that may have no value there.

    In a comprehension that is a NameError, in the function itself an UnboundLocalError.
    """
    return any(
        op.kind == "load"
        and (op.attrs["scope"] in ("local", "cell") or _is_own(function, op))
        and not function.is_bound(op)
        for op in everything(root)
    )


def _is_own(function: Function, op: Op) -> bool:
    return op.attrs["scope"] == "free" and function.scope.slots.get(op.attrs["name"]) in ("local", "cell")


def yields_quietly(function: Function, op: Op) -> bool:
    """Whether iterating over the value runs no foreign code, and raises only if its container is changed."""
    value = function.value(op)
    return bool(value) and all(
        isinstance(atom, Tuple)
        or (atom in _QUIET_KINDS if isinstance(atom, str) else atom.kind in CONTAINERS or is_view(function, atom))
        for atom in value
    )


def is_view(function: Function, site: Site) -> bool:
    """Whether the iterator is `d.items()`, `d.keys()` or `d.values()` of a dict of the function's own."""
    if site.kind != "iterator" or site.op.kind != "call" or site.op.operands[0].kind != "getattr":
        return False
    receiver = function.value(site.op.operands[0].operands[0])
    return bool(receiver) and all(isinstance(atom, Site) and atom.kind == "dict" for atom in receiver)


def _may_coincide(one: Site, other: Site) -> bool:
    # what one check found in different objects stays apart as long as it is known, see `Values`
    apart = one.held is not None and one.held is other.held and not (one.escaped or other.escaped)
    apart = apart and not hold_alike(one, other)
    return one.shared and other.shared and not apart


def may_be_same(left: Value, right: Value) -> bool:
    """Whether two values may be one and the same mutable object."""
    for one in left:
        for other in right:
            if isinstance(one, Site) and isinstance(other, Site):
                if one is other or (one.kind == other.kind and _may_coincide(one, other)):
                    return True
            elif isinstance(one, Site) or isinstance(other, Site):
                site, unknown = (one, other) if isinstance(one, Site) else (other, one)
                assert isinstance(site, Site)
                if site.shared and unknown in ("any", site.kind):
                    return True
            elif "any" in (one, other) or (one == other and one in CONTAINERS):
                return True
    return False
