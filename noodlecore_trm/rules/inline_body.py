"""
Put the statements of a function of the module, or of the function itself, in the place of its call.

    if prime(n): ...   ->   prime_result = True; while ...: ...; if prime_result: ...

Before:

    def is_prime(number):
        divisor = 2
        while divisor * divisor <= number:
            if number % divisor == 0:
                return False
            divisor += 1
        return True
    _is_prime = is_prime

    def count(n):
        found = 0
        if type(n) is int and is_prime is _is_prime:
            for number in range(2, n):
                if is_prime(number):
                    found += 1
        else:
            for number in range(2, n):
                if is_prime(number):
                    found += 1
        return found

After:

    def is_prime(number):
        divisor = 2
        while divisor * divisor <= number:
            if number % divisor == 0:
                return False
            divisor += 1
        return True
    _is_prime = is_prime

    def count(n):
        found = 0
        if type(n) is int and is_prime is _is_prime:
            for number in range(2, n):
                divisor = 2
                while divisor * divisor <= number:
                    if number % divisor == 0:
                        is_prime_result = False
                        break
                    divisor += 1
                else:
                    is_prime_result = True
                if is_prime_result:
                    found += 1
        else:
            for number in range(2, n):
                if is_prime(number):
                    found += 1
        return found

Why: a call costs as much as several statements, and what is known of the arguments reaches the body.
The check that the name still means this function is made where the name was read; inside a version
that has made it, and where nothing can rebind the name, it is left out; so it is for a `def` inside the
function, if no other can be meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.bodies import (
    MOVABLE,
    before,
    can_stand_elsewhere,
    finished,
    is_mangled,
    placed,
    stored_names,
    takes_literals,
)
from noodlecore_trm.ir.dialect import ANY, CALL
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.leaves import Callee, bind_arguments, in_slow_arm, is_blind, snapshot_of
from noodlecore_trm.ir.facts.reaching import binds_a_name, function_made_by
from noodlecore_trm.ir.facts.uses import can_wait
from noodlecore_trm.ir.op import Op, clone, walk
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "function_is_not_known": "a function with a decorator, `*args` or a second `def` of its name may be anything",
    "already_guarded": "the call in the else of `if f is _f` has to stay a call",
    "arguments_do_not_fit": "`f(*xs)` and `f(1, 2, 3)` for two parameters raise or spread at run time",
    "body_cannot_be_moved": "`del`, a closure, or `with` in the body depends on its place",
    "calls_itself": "a copy of a function that calls itself holds another call of it, without end",
    "variable_may_be_unbound": "the body raises UnboundLocalError, a copy in a loop finds the value of the last turn",
    "could_look_at_its_caller": "`warnings.warn(..., stacklevel=2)` in the body names the function that called it",
    "name_means_something_else_here": "the body reads a global `scale`, the caller has a local of that name",
    "has_no_place_for_statements": "a lambda or the test of a `while` has no room, variables of a module are seen",
    "evaluated_too_late": "in `g() + f()` the body would run before g",
    "argument_binds_a_name": "in `a + f(a := 5)` the a on the left is read before it is bound",
    "return_in_the_middle": "a `return` from a loop with a `break`, or from one `if` in another, has no easy way out",
}

_HOSTS = frozenset(("expression", "store", "return", "if", "setattr", "setitem", "assign", "for", "raise"))


@dataclass(frozen=True)
class Inlining:
    """
    The call, its statement, the function, and what stands for its parameters and variables.

    `opening` are the arguments that get a variable first, in order. `result` is the variable for the value,
    or empty where nobody wants it. `snapshot` pins the function where it is not `trusted`.
    """

    call: Op
    statement: Op
    callee: Callee
    opening: tuple[tuple[str, Op], ...]
    replaced: dict[str, Op]
    renamed: dict[str, str]
    result: str
    snapshot: str
    is_new: bool
    trusted: bool
    scope: Scope
    """Of the function around the call."""


def match(function: Function, op: Op) -> bool:
    callee = op.operands[0]
    if callee.kind != "load" or callee.attrs["scope"] != "global":
        own = function.own_callee(op)
        return own is not None and own.definition.kind == "def"
    bindings = function.facts.bindings.get(callee.attrs["name"])
    return bindings is not None and len(bindings) == 1 and bindings[0].kind == "def"


def prove(function: Function, op: Op) -> Inlining | Refused:
    name = op.operands[0].attrs["name"]
    own = function.own_callee(op)
    callee = own or function.facts.callee(name)
    if callee is None:
        return Refused("function_is_not_known")
    if own is None and in_slow_arm(op, name):
        return Refused("already_guarded")
    arguments = bind_arguments(callee, op)
    if arguments is None:
        return Refused("arguments_do_not_fit")
    statement = function.statement(op)
    body = callee.definition.regions[0]
    if not _has_place(function, op, statement) or not function.has_room(op, body):
        return Refused("has_no_place_for_statements")
    scope = body.scope
    assert scope is not None
    plain = all(each.kind in MOVABLE and not each.attrs.get("async") for each in walk(body))
    if not plain or any(slot not in ("local", "global", "free") for slot in scope.slots.values()):
        return Refused("body_cannot_be_moved")
    if _comes_back(function, callee):
        return Refused("calls_itself")
    inside = Function(function.facts, callee.definition)
    loads = [each for each in walk(body) if each.kind == "load"]
    if any(each.attrs["scope"] == "local" and not inside.is_bound(each) for each in loads):
        return Refused("variable_may_be_unbound")
    free = {name for name, slot in scope.slots.items() if slot == "free"}
    if not all(function.reads_the_same(each, callee, op) for each in free):
        return Refused("variable_may_be_unbound")
    trusted = own is not None or function.trusts(op, name)
    quiet = trusted and not function.effects(op) & CALL
    if not quiet and not all(is_blind(function.facts, each) for each in walk(body) if each.kind == "call"):
        return Refused("could_look_at_its_caller")
    snapshot = snapshot_of(function.facts, callee.definition) if own is None else ""
    read = {each.attrs["name"] for each in loads if each.attrs["scope"] == "global"}
    if function.hides(op, *read, snapshot) or is_mangled(function.scopes_around(op), walk(body)):
        return Refused("name_means_something_else_here")
    effects = function.effects(op) if quiet else ANY
    for argument in op.operands[1:]:
        effects |= function.tree_effects(argument)
    if not all(can_wait(function, each, effects) for each in before(statement, op)):
        return Refused("evaluated_too_late")
    binds = any(map(binds_a_name, op.operands[1:]))
    if binds and before(statement, op):
        return Refused("argument_binds_a_name")
    returns = _is_whole(statement, op) and statement.kind == "return"
    if not returns and not can_stand_elsewhere(body):
        return Refused("return_in_the_middle")
    function.reserve(read)
    replaced = _replaced(function, callee, op, arguments)
    renamed = {each: function.fresh_name(_public(each)) for each in sorted(stored_names(body))}
    opening = []
    for parameter, argument in arguments.items():
        if parameter not in replaced:
            renamed[parameter] = renamed.get(parameter) or function.fresh_name(_public(parameter))
            opening.append((renamed[parameter], argument))
    result = ""
    if statement.kind == "store" and _is_whole(statement, op) and function.is_local(statement):
        result = statement.attrs["name"]
    elif not returns and not (statement.kind == "expression" and _is_whole(statement, op)):
        result = function.fresh_name(f"{_public(name)}_result")
    pin = snapshot or function.fresh_name(f"_{name.lstrip('_')}", module_level=True)
    return Inlining(
        op, statement, callee, tuple(opening), replaced, renamed, result, pin, not snapshot, trusted, function.scope
    )


def _has_place(function: Function, op: Op, statement: Op) -> bool:
    """Whether statements can stand before that of the call, and it evaluates the call once and for sure."""
    region = statement.region
    assert region is not None
    inner = any(each.scope is not None for each in function.regions_around(op))
    if function.is_module or inner or region.inline or op.region is not region or statement.kind not in _HOSTS:
        return False
    return not (statement.attrs.get("elif") or statement.attrs.get("async"))


def _comes_back(function: Function, callee: Callee) -> bool:
    """Whether the body of a function, or of one that it may call, calls the function or is the caller's own."""
    pending = [callee.definition]
    for each in pending:
        for op in walk(each.regions[0]):
            for other in _may_mean(function, op) if op.kind == "load" else ():
                if other is callee.definition:
                    return True
                if other not in pending:
                    pending.append(other)
    return function.op in pending


def _may_mean(function: Function, load: Op) -> list[Op]:
    """The functions of the module, or made by `function`, that a name inside of another may mean."""
    name = load.attrs["name"]
    if load.attrs["scope"] == "free":
        made = (function_made_by(each) for each in function.reaching.all.get(name, ()))
        return [each for each in made if each is not None]
    callee = function.facts.callee(name) if load.attrs["scope"] == "global" else None
    return [] if callee is None else [callee.definition]


def _replaced(function: Function, callee: Callee, call: Op, arguments: dict[str, Op]) -> dict[str, Op]:
    """The parameters that a variable of the caller or a constant can stand for."""
    body = callee.definition.regions[0]
    stored = stored_names(body)
    binds = any(map(binds_a_name, call.operands[1:]))
    literals = {name for name, argument in arguments.items() if argument.kind == "constant"}
    found: dict[str, Op] = {}
    for name, argument in arguments.items():
        if name in stored:
            continue
        local = argument.kind == "load" and function.is_local(argument) and function.is_bound(argument) and not binds
        if local or (argument.kind == "constant" and takes_literals(walk(body), name, literals)):
            found[name] = argument
    return found


def _public(name: str) -> str:
    """A variable's name without the underscores in front, which would mean something in a class."""
    return name.lstrip("_") or "item"


def _is_whole(statement: Op, call: Op) -> bool:
    """Whether the statement does nothing but call, and keep or give back what the call returns."""
    return statement.kind in ("store", "expression", "return") and statement.operands[:1] == (call,)


def build(proof: Inlining) -> Replacement:
    statement = proof.statement
    whole = _is_whole(statement, proof.call) and (statement.kind != "store" or statement.attrs["name"] == proof.result)
    body = proof.callee.definition.regions[0]
    fast = [make.store(name, clone(argument)) for name, argument in proof.opening]
    finish = None if whole and statement.kind == "return" else lambda value: finished(value, proof.result)
    fast += placed(body, proof.renamed, proof.replaced, finish, proof.scope)
    edits = []
    guard = ""
    if not proof.trusted:
        name = str(proof.callee.definition.attrs["name"])
        guard = f"{name} is {proof.snapshot}"
        test = make.compare("is", make.load(name, "global"), make.load(proof.snapshot, "global"))
        slow = clone(statement) if whole else make.store(proof.result, clone(proof.call))
        fast = [make.if_(test, make.block(fast), make.block([slow]), version=True)]
        if proof.is_new:
            definition = proof.callee.definition
            pinned = make.store(proof.snapshot, make.load(name, "global"), "global")
            edits.append(Edit((definition,), (definition, pinned)))
    if whole:
        return Replacement((Edit((statement,), tuple(fast)), *edits), guard)
    result = Edit((proof.call,), (make.load(proof.result),))
    return Replacement((result, Edit((statement,), (*fast, statement)), *edits), guard)


RULE = Rule(__name__.rpartition(".")[2], "calls", ("call",), match, prove, build, REFUSALS)
