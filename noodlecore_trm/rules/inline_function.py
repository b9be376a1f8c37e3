"""
Put the value of a small module-level function in the place of its call.

    square(n)   ->   (n * n if square is _square else square(n))

Before:

    def square(x):
        return x * x

    def total(n):
        result = 0
        for i in range(n):
            result += square(i)
        return result

After:

    def square(x):
        return x * x
    _square = square

    def total(n):
        result = 0
        for i in range(n):
            result += (i * i if square is _square else square(i))
        return result

Why: a call costs several times what it computes. The check that the name still means this
function is made where the name was read, so a program that rebinds it is served as before.
Inside a version that has made the check, and where nothing can rebind the name, it is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.leaves import Leaf, bind_arguments, snapshot_of
from noodlecore_trm.ir.op import Op, clone, tree, walk
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "not_a_leaf_function": "a body with a loop, a rebound or decorated name or `*args` is no single expression",
    "arguments_do_not_fit": "`f(*xs)` and `f(1, 2, 3)` for two parameters raise or spread at run time",
    "name_means_something_else_here": "the body reads a global `scale`, the caller has a local of that name",
    "argument_may_be_unbound": "the call raises UnboundLocalError before the body, the expression in its midst",
    "argument_would_move": "`f(g(), h())` runs h before the body's first operation",
    "already_guarded": "the slow arm of `... if f is _f else f(x)` has to stay a call",
    "inside_its_own_body": "a recursive function would be unfolded for ever",
    "temporary_would_be_seen": "a new name at module or class level is part of the namespace",
}


@dataclass(frozen=True)
class Inlining:
    """The call, the leaf, an argument and a temporary (or none) for each parameter."""

    call: Op
    leaf: Leaf
    arguments: dict[str, Op]
    temporaries: dict[str, str]
    snapshot: str
    is_new: bool
    trusted: bool


def match(function: Function, op: Op) -> bool:
    callee = op.operands[0]
    if callee.kind != "load" or callee.attrs["scope"] != "global":
        return False
    bindings = function.facts.bindings.get(callee.attrs["name"])
    return bindings is not None and len(bindings) == 1 and bindings[0].kind == "def"


def prove(function: Function, op: Op) -> Inlining | Refused:
    name = op.operands[0].attrs["name"]
    leaf = function.facts.leaf(name)
    if leaf is None:
        return Refused("not_a_leaf_function")
    if function.op is leaf.definition or _calls(leaf.value, name):
        return Refused("inside_its_own_body")
    if _is_slow_arm(op, name):
        return Refused("already_guarded")
    arguments = bind_arguments(leaf, op)
    if arguments is None:
        return Refused("arguments_do_not_fit")
    for load in _loads(leaf.value):
        written = load.attrs["name"]
        if written not in leaf.parameters and _is_shadowed(function, op, written):
            return Refused("name_means_something_else_here")
    for argument in op.operands[1:]:
        if argument.kind == "load" and function.is_local(argument) and not function.is_bound(argument):
            return Refused("argument_may_be_unbound")
    temporaries = _place_arguments(function, leaf, op, arguments)
    if temporaries is None:
        return Refused("argument_would_move")
    if temporaries and (function.is_module or any(region.scope is not None for region in function.regions_around(op))):
        return Refused("temporary_would_be_seen")
    snapshot = snapshot_of(function.facts, leaf.definition)
    chosen = snapshot or function.fresh_name(f"_{name.lstrip('_')}", module_level=True)
    return Inlining(op, leaf, arguments, temporaries, chosen, not snapshot, function.trusts(op, name))


def _calls(value: Op, name: str) -> bool:
    return any(load.attrs["name"] == name for load in _loads(value))


def _loads(root: Op) -> list[Op]:
    found = [op for op in tree(root) if op.kind == "load"]
    for op in tree(root):
        for region in op.regions:
            found.extend(inner for inner in walk(region) if inner.kind == "load")
    return found


def _is_slow_arm(op: Op, name: str) -> bool:
    """Whether an `f is _f` around the call has come out false."""
    region = op.region
    while region is not None and region.parent is not None:
        outer = region.parent
        if outer.kind in ("if", "select") and region is outer.regions[1]:
            test = outer.operands[0]
            parts = [test, *(inner.result for inner in test.regions if inner.kind == "lazy"), *test.operands]
            for part in parts:
                if part.kind == "compare" and part.attrs["op"] == "is" and part.operands[0].kind == "load":
                    if part.operands[0].attrs["name"] == name:
                        return True
        region = outer.region
    return False


def _is_shadowed(function: Function, op: Op, name: str) -> bool:
    scopes = [region.scope for region in function.regions_around(op) if region.scope is not None]
    if not function.is_module:
        scopes.append(function.scope)
    return any(scope.slots.get(name, "global") != "global" for scope in scopes)


def _place_arguments(function: Function, leaf: Leaf, call: Op, arguments: dict[str, Op]) -> dict[str, str] | None:
    """A temporary for every argument that has to be kept; None if the order would change."""
    uses = [load.attrs["name"] for load in _loads(leaf.value)]
    first = tree(leaf.value)[0]
    leading = first.attrs["name"] if first.kind == "load" else ""
    temporaries = {}
    moving = 0
    for parameter, argument in arguments.items():
        if argument.kind == "constant" or (argument.kind == "load" and function.is_local(argument)):
            continue
        moving += 1
        times = uses.count(parameter)
        at_front = parameter == leading and moving == 1 and argument in call.operands
        if not at_front and not (function.is_silent(argument) and times == 1 and not _in_region(leaf.value, parameter)):
            return None
        if times > 1:
            temporaries[parameter] = function.fresh_name(parameter)
    if moving > 1 and not all(
        function.is_silent(argument) or (argument.kind == "load" and function.is_local(argument))
        for argument in call.operands[1:]
    ):
        return None
    return temporaries


def _in_region(value: Op, parameter: str) -> bool:
    return any(
        inner.kind == "load" and inner.attrs["name"] == parameter
        for op in tree(value)
        for region in op.regions
        for inner in walk(region)
    )


def build(proof: Inlining) -> Replacement:
    value = clone(proof.leaf.value)
    for op in (value, *tree(value), *(inner for op in tree(value) for region in op.regions for inner in walk(region))):
        op.origin = None
        op.edited = True
    kept: set[str] = set()
    for parameter, argument in proof.arguments.items():
        value = _substitute(value, parameter, argument, proof.temporaries.get(parameter, ""), kept)
    if proof.trusted:
        return Replacement((Edit((proof.call,), (value,)),))
    name = proof.leaf.name
    test = make.compare("is", make.load(name, "global"), make.load(proof.snapshot, "global"))
    edits = [Edit((proof.call,), (make.select(test, value, clone(proof.call)),))]
    if proof.is_new:
        definition = proof.leaf.definition
        pinned = make.store(proof.snapshot, make.load(name, "global"), "global")
        edits.append(Edit((definition,), (definition, pinned)))
    return Replacement(tuple(edits), f"{name} is {proof.snapshot}")


def _substitute(value: Op, parameter: str, argument: Op, temporary: str, kept: set[str]) -> Op:
    if not temporary:
        return make.substitute(value, parameter, argument)
    value = make.substitute(value, parameter, make.load(temporary))
    first = tree(value)[0]
    opening = make.walrus(temporary, clone(argument))
    return _replace_first(value, first, opening)


def _replace_first(value: Op, first: Op, opening: Op) -> Op:
    if value is first:
        return opening
    for op in tree(value):
        if any(operand is first for operand in op.operands):
            op.operands = tuple(opening if operand is first else operand for operand in op.operands)
    return value


RULE = Rule(__name__.rpartition(".")[2], "calls", ("call",), match, prove, build, REFUSALS)

