"""
Put the body of a small method or property in the place where it is used.

    counter.add(n)   ->   if type(counter) is Counter: counter.total += n
                          else: counter.add(n)

Before:

    class Counter:
        def __init__(self):
            self.total = 0

        @property
        def half(self):
            return self.total / 2

        def add(self, amount):
            self.total += amount

        def add_twice(self, amount):
            self.add(amount)
            self.add(amount)

    def count(counters, items):
        result = 0
        for counter in counters:
            for item in items:
                counter.add_twice(item)
            result += counter.half
        return result

    def start(items):
        return count([Counter(), Counter()], items)

After:

    class Counter:
        def __init__(self):
            self.total = 0

        @property
        def half(self):
            return self.total / 2

        def add(self, amount):
            self.total += amount

        def add_twice(self, amount):
            self.total += amount
            self.total += amount

    def count(counters, items):
        result = 0
        for counter in counters:
            for item in items:
                if type(counter) is Counter:
                    counter.total += item
                    counter.total += item
                else:
                    counter.add_twice(item)
            result += counter.total / 2 if type(counter) is Counter else counter.half
        return result

    def start(items):
        return count([Counter(), Counter()], items)

Why: a call costs as much as several of the attributes that a method reads. Which method it is follows
from the class; that nobody outside patches the class, hides the method or inherits from the class is
what `--closed-world` promises.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.bodies import (
    before,
    can_stand_elsewhere,
    finished,
    placed,
    settled,
    stored_names,
    takes_literals,
)
from noodlecore_trm.ir.dialect import ANY
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.classes import meant
from noodlecore_trm.ir.facts.instances import OPERATORS
from noodlecore_trm.ir.facts.leaves import bind_arguments
from noodlecore_trm.ir.facts.methods import (
    Body,
    Target,
    creator_of,
    failed_check,
    find_creation,
    find_inherited,
    find_operator,
    find_target,
    is_super,
    movable,
)
from noodlecore_trm.ir.facts.reaching import binds_a_name
from noodlecore_trm.ir.facts.uses import can_wait
from noodlecore_trm.ir.op import Op, clone, everything, tree, walk
from noodlecore_trm.ir.shapes import consumer
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "method_is_not_known": "several classes have the method, or a subclass may override it, or an instance may hide it",
    "body_cannot_be_moved": "a body with a closure, a logger or a call of itself depends on its place",
    "return_in_the_middle": "a `return` out of a loop that also has a `break` leaves no way out of it to go on",
    "arguments_do_not_fit": "`x.f(*ys)` and `x.f(1, 2)` for one parameter spread or raise at run time",
    "attribute_is_stored_too": "`x.size += 1` calls the getter and the setter of one and the same object",
    "name_means_something_else_here": "the body reads a global `scale`, the caller has a local of that name",
    "argument_may_be_unbound": "the call raises UnboundLocalError before the body, the body in its midst",
    "argument_binds_a_name": "`x.f(a, (a := 3))` for a body that reads its first parameter would read the second",
    "evaluated_too_late": "in `g() + x.f()` the body would run before g",
    "has_no_place_for_statements": "new variables of a module or class are seen, a comprehension has no room for any",
}

_HOSTS = frozenset(("expression", "store", "return", "if", "setattr", "setitem", "assign", "for", "raise"))
_ROOTS = ("call", "getattr", "binary", "inplace", "compare")
_BRIEF = 4
"""Ops of a value that may stand on one line with its check and the call."""
_LONG = 30
"""Ops of a value that is better kept in a variable."""


@dataclass(frozen=True)
class Inlining:
    """
    The call or attribute, its statement, and the body with what replaces its parameters and variables.

    `subject` is the receiver, or a new variable for it. `opening` holds arguments that get a variable first.
    `result` is the variable for the value, or empty where nobody wants it.
    """

    op: Op
    statement: Op
    body: Body
    check: str
    receiver: Op | None
    subject: Op
    replaced: dict[str, Op]
    renamed: dict[str, str]
    opening: tuple[tuple[str, Op], ...]
    result: str
    as_expression: bool
    creator: tuple[str, str, Op | None] | None
    """For a new object: the name of `object.__new__`, the class, and where to give it that name if it has none."""


def match(function: Function, op: Op) -> bool:
    classes = function.facts.classes
    if op.kind == "call" and op.operands[0].kind == "load":
        return classes.get(op.operands[0].attrs["name"]) is not None
    if op.kind in ("binary", "inplace", "compare"):
        return bool(classes.with_method(OPERATORS.get(op.attrs["op"], "")))
    attribute = op.operands[0] if op.kind == "call" else op
    if attribute.kind != "getattr":
        return False
    name = meant(attribute)
    kind = "method" if op.kind == "call" else "property"
    return any(owner.own[name].kind == kind for owner in classes.with_method(name))


def prove(function: Function, op: Op) -> Inlining | Refused:
    receiver = _receiver(function, op)
    target = find_creation(function, op) if receiver is None else _target(function, op, receiver)
    if target is None or failed_check(op, target.check):
        return Refused("method_is_not_known")
    user = consumer(op)
    if user is not None and user.kind == "inplace" and user.operands[0] is op:
        return Refused("attribute_is_stored_too")
    body = movable(function.facts, target.member)
    if body is None or target.member.op is function.op:
        return Refused("body_cannot_be_moved")
    arguments = bind_arguments(body.shape, op)
    if arguments is None:
        return Refused("arguments_do_not_fit")
    read = {each.attrs["name"] for each in walk(body.region) if each.kind == "load" and each.attrs["scope"] == "global"}
    if receiver is None:
        read |= {creator_of(function.facts)}
    if function.hides(op, *read):
        return Refused("name_means_something_else_here")
    function.reserve(read)
    given = [*([] if receiver is None or receiver.region is None else [receiver]), *op.operands[1:]]
    if any(map(binds_a_name, given)):
        return Refused("argument_binds_a_name")
    if any(each.kind == "load" and function.is_local(each) and not function.is_bound(each) for each in given):
        return Refused("argument_may_be_unbound")
    replaced = _replaced(function, body, receiver, arguments)
    place = _place(function, op)
    if receiver is not None and body.is_expression and len(replaced) == len(arguments) + 1:
        brief = len(tree(body.shape.value)) <= (_BRIEF if target.check else _LONG)
        if brief or isinstance(place, Refused):
            statement = function.statement(op)
            return Inlining(op, statement, body, target.check, receiver, receiver, replaced, {}, (), "", True, None)
    if isinstance(place, Refused):
        return place
    if not function.has_room(op, body.region):
        return Refused("has_no_place_for_statements")
    if (receiver is None or not _returns(place, op)) and not can_stand_elsewhere(body.region):
        return Refused("return_in_the_middle")
    return _in_statements(function, op, body, target, arguments, replaced)


def _receiver(function: Function, op: Op) -> Op | None:
    """The object whose method is used; None where it is only being created."""
    if op.kind != "call":
        return op.operands[0]
    if op.operands[0].kind != "getattr":
        return None
    receiver = op.operands[0].operands[0]
    if is_super(function, receiver) and function.op is not None:
        return make.load(function.facts.classes.self_name(function.op))
    return receiver


def _target(function: Function, op: Op, receiver: Op) -> Target | None:
    if op.kind in ("binary", "inplace", "compare"):
        return find_operator(function, op)
    if op.kind == "call" and is_super(function, op.operands[0].operands[0]):
        return find_inherited(function, op.operands[0])
    name = meant(op.operands[0] if op.kind == "call" else op)
    target = find_target(function, receiver, name)
    wanted = "method" if op.kind == "call" else "property"
    return target if target is not None and target.member.kind == wanted else None


def _replaced(function: Function, body: Body, receiver: Op | None, arguments: dict[str, Op]) -> dict[str, Op]:
    """The parameters that a variable of the caller or a constant can stand for."""
    stored = stored_names(body.region)
    literals = {name for name, argument in arguments.items() if argument.kind == "constant"}
    found: dict[str, Op] = {}
    for name, argument in (arguments | ({body.receiver: receiver} if receiver is not None else {})).items():
        local = argument.kind == "load" and function.is_local(argument)
        literal = argument.kind == "constant" and takes_literals(walk(body.region), name, literals)
        if name not in stored and (local or literal):
            found[name] = argument
    return found


def _place(function: Function, op: Op) -> Op | Refused:
    """The statement that the body can be put before, if there is a place for it."""
    statement = function.statement(op)
    region = statement.region
    assert region is not None
    inner = any(each.scope is not None for each in function.regions_around(op))
    if function.is_module or inner or region.inline or op.region is not region or statement.kind not in _HOSTS:
        return Refused("has_no_place_for_statements")
    if statement.attrs.get("elif") or statement.attrs.get("async"):
        return Refused("has_no_place_for_statements")
    if not all(can_wait(function, each, ANY) for each in before(statement, op)):
        return Refused("evaluated_too_late")
    return statement


def _returns(statement: Op, op: Op) -> bool:
    return statement.kind == "return" and statement.operands[0] is op


def _in_statements(
    function: Function, op: Op, body: Body, target: Target, arguments: dict[str, Op], replaced: dict[str, Op]
) -> Inlining:
    statement = function.statement(op)
    receiver = _receiver(function, op)
    renamed = {name: function.fresh_name(_public(name)) for name in sorted(stored_names(body.region))}
    opening = []
    for name, argument in arguments.items():
        if name not in replaced:
            renamed[name] = renamed.get(name) or function.fresh_name(_public(name))
            opening.append((renamed[name], argument))
    subject = receiver
    if receiver is None and _can_hold_it_half_made(function, op, arguments):
        renamed[body.receiver] = statement.attrs["name"]
        subject = make.load(statement.attrs["name"])
    elif body.receiver not in replaced:
        renamed[body.receiver] = function.fresh_name(_hint(body))
        subject = make.load(renamed[body.receiver])
    assert subject is not None
    result = ""
    if receiver is None:
        result = subject.attrs["name"]
    elif statement.kind == "store" and statement.operands[0] is op and function.is_local(statement):
        result = statement.attrs["name"]
    elif not _returns(statement, op) and not (statement.kind == "expression" and statement.operands[0] is op):
        name = _public(body.shape.definition.attrs["name"]).rstrip("_")
        result = function.fresh_name(f"{name}_result" if op.kind != "getattr" else name)
    creator = None
    if receiver is None:
        name = creator_of(function.facts)
        anchor = None if name else next(iter(function.facts.classes.by_name.values())).definition
        creator = (name or function.fresh_name("_new", module_level=True), op.operands[0].attrs["name"], anchor)
    return Inlining(
        op, statement, body, target.check, receiver, subject, replaced, renamed, tuple(opening), result, False, creator
    )


def _can_hold_it_half_made(function: Function, op: Op, arguments: dict[str, Op]) -> bool:
    """
    Whether the variable that a new object goes to may have it before `__init__` is through.

    Nobody sees the variable if that raises, and no argument is what it held before.
    """
    statement = function.statement(op)
    if statement.kind != "store" or statement.operands[0] is not op or not function.is_local(statement):
        return False
    name = statement.attrs["name"]
    if any(outer.kind in ("try", "with") for outer in function.enclosing(op)):
        return False
    return all(each.attrs.get("name") != name for argument in arguments.values() for each in everything(argument))


def _public(name: str) -> str:
    """A variable's name without the underscores in front, which would mean something in a class."""
    return name.lstrip("_") or "item"


def _hint(body: Body) -> str:
    region = body.shape.definition.region
    assert region is not None
    assert region.parent is not None
    name = str(region.parent.attrs["name"]).lower()
    return name if name.isidentifier() else "receiver"


def build(proof: Inlining) -> Replacement:
    guard = f"type({proof.subject.attrs['name']}) is {proof.check}" if proof.check else ""
    if proof.as_expression:
        value = settled(proof.body.shape.value, {}, proof.replaced)
        if proof.check:
            value = make.select(_asked(proof), value, clone(proof.op))
        return Replacement((Edit((proof.op,), (value,)),), guard)
    statement = proof.statement
    whole = _is_whole(proof)
    fast = [make.store(name, clone(argument)) for name, argument in proof.opening]
    if proof.creator is not None:
        return _created(proof, fast)
    finish = None if whole and statement.kind == "return" else lambda value: finished(value, proof.result)
    fast += placed(proof.body.region, proof.renamed, proof.replaced, finish)
    if proof.check:
        fast = [make.if_(_asked(proof), make.block(fast), make.block([_slow(proof, whole)]), version=True)]
    if proof.receiver is not None and proof.subject is not proof.receiver:
        fast.insert(0, make.store(proof.subject.attrs["name"], clone(proof.receiver)))
    if whole:
        return Replacement((Edit((statement,), tuple(fast)),), guard)
    result = Edit((proof.op,), (make.load(proof.result),))
    return Replacement((result, Edit((statement,), (*fast, statement))), guard)


def _created(proof: Inlining, opening: list[Op]) -> Replacement:
    """The object made first, then what `__init__` does to it."""
    assert proof.creator is not None
    creator, owner, anchor = proof.creator
    made = make.store(proof.result, make.call(make.load(creator, "global"), make.load(owner, "global")))
    body = [op for op in placed(proof.body.region, proof.renamed, proof.replaced, lambda _: []) if op.kind != "pass"]
    if proof.statement.kind in ("expression", "store") and _is_whole(proof):
        edits = [Edit((proof.statement,), (*opening, made, *body))]
    else:
        use = Edit((proof.op,), (make.load(proof.result),))
        edits = [use, Edit((proof.statement,), (*opening, made, *body, proof.statement))]
    if anchor is not None:
        alias = make.store(creator, make.getattr_(make.load("object", "global"), "__new__"), "global")
        edits.append(Edit((anchor,), (alias, anchor)))
    return Replacement(tuple(edits))


def _is_whole(proof: Inlining) -> bool:
    """Whether the statement does nothing but use the method."""
    statement = proof.statement
    if statement.kind == "store":
        return statement.operands[0] is proof.op and statement.attrs["name"] == proof.result
    return statement.kind in ("expression", "return") and statement.operands[:1] == (proof.op,)


def _asked(proof: Inlining) -> Op:
    return make.compare("is", make.builtin("type", clone(proof.subject)), make.load(proof.check, "global"))


def _slow(proof: Inlining, whole: bool) -> Op:
    """What was written, with the receiver by its new name."""
    written = clone(proof.op)
    if proof.subject is not proof.receiver:
        attribute = proof.op.operands[0] if proof.op.kind == "call" else proof.op
        renamed = make.getattr_(clone(proof.subject), attribute.attrs["name"])
        written = renamed if proof.op.kind != "call" else Op("call", (renamed, *written.operands[1:]), proof.op.attrs)
    if not whole or proof.statement.kind == "store":
        return make.store(proof.result, written)
    return make.return_(written) if proof.statement.kind == "return" else make.expression(written)


RULE = Rule(
    __name__.rpartition(".")[2], "calls", _ROOTS, match, prove, build, REFUSALS, needs="closed_world"
)
