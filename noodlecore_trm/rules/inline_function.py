"""
Put the value of a small function of the module, or of the function itself, in the place of its call.

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
            result += i * i if square is _square else square(i)
        return result

Why: a call costs several times what it computes. The check that the name still means this
function is made where the name was read, so a program that rebinds it is served as before.
Inside a version that has made the check, and where nothing can rebind the name, it is left out; so it is
for a `def` or lambda that the function has made, if no other can be meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.bodies import is_mangled
from noodlecore_trm.ir.constants import becomes_one_object, is_folded
from noodlecore_trm.ir.dialect import CALL, READ_HEAP, SUSPEND, WRITE_HEAP
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.leaves import Leaf, bind_arguments, find_leaf, in_slow_arm, snapshot_of
from noodlecore_trm.ir.facts.reaching import binds_a_name
from noodlecore_trm.ir.facts.uses import is_iterated
from noodlecore_trm.ir.moving import outwards
from noodlecore_trm.ir.op import Op, clone, everything, tree, walk
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "not_a_leaf_function": "a body with a loop, a call of itself, a rebound name or `*args` is no single expression",
    "arguments_do_not_fit": "`f(*xs)` and `f(1, 2, 3)` for two parameters raise or spread at run time",
    "name_means_something_else_here": "the body reads a global `scale`, the caller has a local of that name",
    "variable_is_another_or_unbound": "`f = lambda: k` with `del k` before `f()`, or in `[f() for k in xs]`",
    "constant_does_not_fit": "`x[0]` with a number for x warns when compiled, `(x, y)` is one tuple for all calls",
    "argument_may_be_unbound": "the call raises UnboundLocalError before the body, the expression in its midst",
    "argument_binds_a_name": "`f(a, (a := 3))` for a body `y + x` would read a after it is bound again",
    "argument_would_move": "`f(g(), h())` runs h before the body's first operation",
    "already_guarded": "the slow arm of `... if f is _f else f(x)` has to stay a call",
    "temporary_has_no_place": "`[x for x in (y := f())]` is a syntax error",
    "temporary_would_be_seen": "a new name at module or class level is part of the namespace",
}


_NO_LITERALS = frozenset(("load", "call", "getattr", "getitem"))


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
    scope: Scope
    """Where the call stands."""


def match(function: Function, op: Op) -> bool:
    callee = op.operands[0]
    if callee.kind != "load" or callee.attrs["scope"] != "global":
        return function.own_callee(op) is not None
    bindings = function.facts.bindings.get(callee.attrs["name"])
    return bindings is not None and len(bindings) == 1 and bindings[0].kind == "def"


def prove(function: Function, op: Op) -> Inlining | Refused:
    own = function.own_callee(op)
    name = op.operands[0].attrs["name"] if own is None else own.name
    leaf = function.facts.leaf(name) if own is None else find_leaf(function.facts, own)
    if leaf is None:
        return Refused("not_a_leaf_function")
    if own is None and in_slow_arm(op, name):
        return Refused("already_guarded")
    arguments = bind_arguments(leaf, op)
    if arguments is None:
        return Refused("arguments_do_not_fit")
    snapshot = snapshot_of(function.facts, leaf.definition) if own is None else ""
    free = {load.attrs["name"] for load in _loads(leaf.value) if load.attrs["scope"] == "free"}
    if not all(function.reads_the_same(each, leaf, op) for each in free):
        return Refused("variable_is_another_or_unbound")
    written = {load.attrs["name"] for load in _loads(leaf.value)}.difference(leaf.parameters, free)
    if function.hides(op, *written, snapshot) or is_mangled(function.scopes_around(op), everything(leaf.value)):
        return Refused("name_means_something_else_here")
    if not all(_fits(each, arguments) for each in list(everything(leaf.value))):
        return Refused("constant_does_not_fit")
    if any(map(binds_a_name, op.operands[1:])):
        return Refused("argument_binds_a_name")
    for argument in op.operands[1:]:
        if argument.kind == "load" and function.is_local(argument) and not function.is_bound(argument):
            return Refused("argument_may_be_unbound")
    function.reserve(written)
    temporaries = _place_arguments(function, leaf, op, arguments)
    if temporaries is None:
        return Refused("argument_would_move")
    if temporaries and (function.is_module or any(region.scope is not None for region in function.regions_around(op))):
        return Refused("temporary_would_be_seen")
    if temporaries and is_iterated(op):
        return Refused("temporary_has_no_place")
    trusted = own is not None or function.trusts(op, name)
    chosen = snapshot or function.fresh_name(f"_{name.lstrip('_')}", module_level=True)
    scope = next(function.scopes_around(op), function.scope)
    return Inlining(op, leaf, arguments, temporaries, chosen, not snapshot, trusted, scope)


def _loads(root: Op) -> list[Op]:
    return [op for op in everything(root) if op.kind == "load"]


def _fits(op: Op, arguments: dict[str, Op]) -> bool:
    """Whether the arguments may stand among the operands of an op of the body without a warning."""
    given = [arguments.get(operand.attrs["name"]) if operand.kind == "load" else None for operand in op.operands]
    literal = [argument is not None and argument.kind not in _NO_LITERALS for argument in given]
    if becomes_one_object(op, lambda each: each.kind == "load" and _is_literal(arguments.get(each.attrs["name"]))):
        return False
    if op.kind == "compare" and op.attrs["op"].startswith("is"):
        fit = all(_is_singleton(argument) for argument, flag in zip(given, literal, strict=True) if flag)
        computed = [operand for operand in op.operands if operand.kind in ("unary", "binary")]
        return fit and not any(is_folded(each, lambda part: part.kind == "load") for each in computed)
    if op.kind == "chain":
        return not any(symbol.startswith("is") for symbol in op.attrs["ops"])
    if op.kind == "getitem" and literal[1]:
        return not literal[0] and op.operands[0].kind in _NO_LITERALS
    return op.kind not in ("call", "getitem") or not literal[0]


def _is_literal(argument: Op | None) -> bool:
    return argument is not None and argument.kind == "constant"


def _is_singleton(op: Op | None) -> bool:
    return op is not None and op.kind == "constant" and any(op.attrs["value"] is each for each in (None, True, False))


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
        is_late = times != 1 or _in_region(leaf.value, parameter)
        if not at_front and (is_late or not _can_wait(function, leaf, arguments, argument)):
            return None
        if times > 1:
            temporaries[parameter] = function.fresh_name(parameter)
    if moving > 1 and not all(
        function.is_silent(argument) or (argument.kind == "load" and function.is_local(argument))
        for argument in call.operands[1:]
    ):
        return None
    return temporaries


def _can_wait(function: Function, leaf: Leaf, arguments: dict[str, Op], argument: Op) -> bool:
    """Whether an argument is the same if other parts of the body run before it."""
    if not function.is_silent(argument):
        return False
    shared = any(not function.is_local(load) and not function.builtin(load) for load in _loads(argument))
    if not shared and not function.tree_effects(argument) & READ_HEAP:
        return True
    effects = function.leaf_effects(leaf, arguments)
    return effects is not None and not effects & (WRITE_HEAP | CALL | SUSPEND)


def _in_region(value: Op, parameter: str) -> bool:
    return any(
        inner.kind == "load" and inner.attrs["name"] == parameter
        for op in tree(value)
        for region in op.regions
        for inner in walk(region)
    )


def build(proof: Inlining) -> Replacement:
    value = outwards(proof.leaf.value, proof.scope, {})
    for op in everything(value):
        op.origin = None
        op.edited = True
        if op.kind == "load" and op.attrs["name"] in proof.arguments:
            op.attrs = {**op.attrs, "name": _place(op.attrs["name"])}
    for parameter, argument in proof.arguments.items():
        value = _substitute(value, _place(parameter), argument, proof.temporaries.get(parameter, ""))
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


def _place(parameter: str) -> str:
    """What stands for a parameter until its argument does: no name, or `f(y, x)` would swap nothing."""
    return f"<{parameter}>"


def _substitute(value: Op, parameter: str, argument: Op, temporary: str) -> Op:
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
