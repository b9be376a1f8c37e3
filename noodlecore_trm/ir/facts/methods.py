"""What a method or property of an object is, where that is known or can be asked for, and whether it can be moved."""

from __future__ import annotations

import builtins
from collections import deque
from dataclasses import dataclass
from itertools import filterfalse
from typing import Final

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.bodies import MOVABLE, without_docstring
from noodlecore_trm.ir.facts.classes import READ_HOOKS, Class, Classes, Member, meant
from noodlecore_trm.ir.facts.function import Function, ModuleFacts
from noodlecore_trm.ir.facts.instances import OPERATORS, Kind, answers_operator
from noodlecore_trm.ir.facts.leaves import BLIND_BUILTINS, BLIND_MODULES, Leaf, guarding_tests, value_of
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.facts.reflection import of_python
from noodlecore_trm.ir.op import Op, Region, everything, tree, walk
from noodlecore_trm.ir.scope import OF_THE_CLASS, is_private
from noodlecore_trm.ir.shapes import conjuncts

BUILTIN_METHODS: Final = frozenset(
    name
    for kind in (list, dict, set, frozenset, tuple, str, bytes, bytearray, int, float, complex, range, deque)
    for name in dir(kind)
)
"""Methods that objects of builtin types have; none of them can tell who calls it."""


EXCEPTIONS: Final = frozenset(
    name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)
)


_WRITTEN: Final = frozenset(("constant", "load", "tuple", "list"))


@dataclass(frozen=True, eq=False)
class Target:
    """The member that an attribute of an object means, if its class is `check` (or whatever, if that is empty)."""

    member: Member
    check: str


def find_target(function: Function, receiver: Op, name: str) -> Target | None:
    """
    What `receiver.name` is for objects of the module's classes, for the name that is meant.

    That code outside leaves them alone is taken for granted: closed world.
    """
    classes = function.facts.classes
    known = kind_of(function, receiver)
    if known is not None:
        member = known.member(name)
        return None if member is None or not _is_plain(classes, known.owner, member) else Target(member, "")
    if name in BUILTIN_METHODS or receiver.kind == "constant":
        return None
    owners = classes.with_method(name)
    if len(owners) != 1:
        return None
    family = list(owners[0].family())
    made = [each for each in family if each.name in classes.created] or family
    if len(made) != 1:
        return None
    member = made[0].own.get(name) or owners[0].own[name]
    if not _is_plain(classes, made[0], member):
        return None
    if any(function.hides(receiver, each) for each in (made[0].name, "type")) or not function.facts.is_builtin("type"):
        return None
    if not is_defined(function, receiver, made[0].definition):
        return None
    return Target(member, made[0].name)


def find_inherited(function: Function, op: Op) -> Target | None:
    """What `super().name` is in a method, for a class whose subclasses inherit from nothing else."""
    classes = function.facts.classes
    owner = classes.of_method(function.op)
    if owner is None or owner.base is None or function.op is None or meant(function.op) in classes.detached:
        return None
    if not classes.self_name(function.op) or any(region.scope is not None for region in function.regions_around(op)):
        return None
    if any(each.is_open for each in owner.family()):
        return None
    member = owner.base.member(meant(op))
    return None if member is None or member.kind != "method" else Target(member, "")


def is_super(function: Function, op: Op) -> bool:
    """Whether an expression is `super()`."""
    return op.kind == "call" and len(op.operands) == 1 and function.builtin(op.operands[0]) == "super"


def find_operator(function: Function, op: Op) -> Target | None:
    """What `x + y`, `x += y` or `x < y` runs, if x is known to be of a class that alone decides it."""
    name = OPERATORS.get(op.attrs["op"], "")
    known = kind_of(function, op.operands[0])
    if known is None or not name:
        return None
    if op.kind == "inplace" and (op.operands[0].kind != "load" or known.owner.member(f"__i{name[2:]}") is not None):
        return None
    member = known.member(name)
    if member is None or member.kind != "method" or not answers_operator(function.facts, known, member):
        return None
    return Target(member, "")


def find_creation(function: Function, op: Op) -> Target | None:
    """The `__init__` that `C(...)` runs, if it returns None and never binds its first parameter anew."""
    callee = op.operands[0]
    made = function.facts.classes.get(callee.attrs["name"]) if callee.attrs["scope"] == "global" else None
    if made is None or not function.facts.is_builtin("object") or function.hides(op, "object"):
        return None
    if not is_defined(function, op, made.definition):
        return None
    member = made.member("__init__")
    if member is None or member.kind != "method" or member.op is None:
        return None
    body = list(walk(member.op.regions[0]))
    if any(member.op.attrs["parameters"][0] in bound_names(each) for each in body if each.kind in BINDERS):
        return None
    returned = [each for each in body if each.kind == "return" and each.operands]
    nothing = all(each.operands[0].kind == "constant" and each.operands[0].attrs["value"] is None for each in returned)
    return Target(member, "") if nothing else None


def find_constant(function: Function, op: Op) -> Op | None:
    """The constant that `C.name` is, for a class that is there by then and that nobody patches."""
    owner = op.operands[0]
    made = function.facts.classes.get(owner.attrs["name"]) if owner.attrs["scope"] == "global" else None
    member = None if made is None else made.member(meant(op))
    if made is None or member is None or member.kind != "constant" or member.op is None:
        return None
    if of_python(op.attrs["name"]):
        return None
    return member.op.operands[0] if is_defined(function, op, made.definition) else None


def creator_of(facts: ModuleFacts) -> str:
    """The name of the module for `object.__new__` that is there before any class is; empty if there is none."""
    first = next(iter(facts.classes.by_name.values())).definition
    for name in filterfalse(is_private, facts.classes.creators):
        (store,) = facts.bindings[name]
        if facts.module.body.ops.index(store) < facts.module.body.ops.index(first):
            return name
    return ""


def _is_plain(classes: Classes, owner: Class, member: Member) -> bool:
    """Whether finding the member on an instance runs no code, and no instance hides it."""
    if any(each.defines(READ_HOOKS) for each in owner.family()):
        return False
    return member.kind == "property" or (member.kind == "method" and not classes.is_hidden(member))


def kind_of(function: Function, receiver: Op) -> Kind | None:
    """The class of an object, from a check around it or from where it was created."""
    if receiver.kind == "load" and function.is_local(receiver):
        name = receiver.attrs["name"]
        for test, region in guarding_tests(receiver):
            for checked, kind in checked_classes(function, test.operands[0]):
                rebound = any(op.kind in BINDERS and name in bound_names(op) for op in walk(region))
                if checked == name and not rebound and kind in function.facts.classes.by_name:
                    return Kind(function.facts.classes.by_name[kind], True)
    return function.instances.of(receiver)


def failed_check(op: Op, name: str) -> bool:
    """Whether an op stands where `type(...) is name` has come out false."""
    region = op.region
    while name and region is not None and region.parent is not None:
        outer = region.parent
        if outer.kind in ("if", "select") and region is outer.regions[1]:
            test = outer.operands[0]
            if test.kind == "compare" and test.attrs["op"] == "is" and test.operands[1].attrs.get("name") == name:
                return True
        region = outer.region
    return False


def checked_classes(function: Function, test: Op) -> list[tuple[str, str]]:
    """The (variable, class) pairs that hold when `type(x) is C and ...` has come out true."""
    bound = {name for region in test.regions for op in walk(region) if op.kind in BINDERS for name in bound_names(op)}
    found = []
    for part in conjuncts(test):
        if part.kind != "compare" or part.attrs["op"] != "is":
            continue
        left, right = part.operands
        if left.kind != "call" or len(left.operands) != 2 or function.builtin(left.operands[0]) != "type":
            continue
        asked = left.operands[1]
        if asked.kind != "load" or right.kind != "load" or right.attrs["scope"] != "global":
            continue
        if asked.attrs["name"] not in bound:
            found.append((asked.attrs["name"], right.attrs["name"]))
    return found


def module_level(function: Function, op: Op) -> Op:
    """The statement of module level that a function is part of, or an op that stands in none."""
    own = op if function.op is None else function.op
    while own.region is not function.facts.module.body:
        assert own.region is not None
        assert own.region.parent is not None
        own = own.region.parent
    return own


def is_defined(function: Function, op: Op, definition: Op) -> bool:
    """Whether a definition at module level has been run before an op can be."""
    body = function.facts.module.body
    own = module_level(function, op)
    if function.op is None:
        return body.ops.index(own) > body.ops.index(definition)
    roots = list(body.roots())
    start, end = roots.index(own), roots.index(definition)
    between = roots[start:end]  # also what the function is part of: a class may call it while its body runs
    if start <= end:
        between.append(definition)  # what a `def` or a class evaluates before its name is bound
    return all(_only_defines(function.facts, root) for root in between)


def _only_defines(facts: ModuleFacts, root: Op) -> bool:
    """Whether a statement of module level runs nothing of the module."""
    if root.kind == "def":
        written = zip(root.operands, root.attrs["layout"], strict=True)
        return all(
            each.kind == "constant" or (what == "a" and all(_is_harmless(facts, op) for op in everything(each)))
            for each, what in written
        )
    if root.kind == "class":
        known = facts.classes.by_name.get(root.attrs["name"])
        if known is None or known.definition is not root:
            return False
        if not all(_is_member(facts, each) for each in root.regions[0].roots()):
            return False
        lineage = known.lineage() if known.is_dataclass or known.has_abc else ()
        return all(_is_looked_at(facts, each) for part in lineage for each in part.definition.regions[0].roots())
    return root.kind in ("expression", "store") and all(each.kind in _WRITTEN for each in tree(root.operands[0]))


def _is_member(facts: ModuleFacts, root: Op) -> bool:
    """Whether a statement of a class body runs nothing of the module."""
    if root.kind == "def":
        decorators = root.attrs["layout"].count("d")
        plain = all(operand.kind in ("constant", "load") for operand in root.operands[decorators:])
        return plain and facts.classes.knows_decorators(root)
    if root.kind == "annassign":
        return all(_is_harmless(facts, each) for each in everything(root))
    return root.kind == "pass" or _only_defines(facts, root)


def _is_looked_at(facts: ModuleFacts, root: Op) -> bool:
    """
    Whether a statement of a class body runs nothing of the module even if its objects are looked at.

    ABCMeta asks each of them whether it is abstract; `@dataclass` asks for the class of each default, and writes
    defaults and annotations down in the docstring.
    """
    if root.kind == "def":
        decorators = root.attrs["layout"].count("d")
        return root.attrs["name"] != "__init__" or all(_is_inert(facts, each) for each in root.operands[decorators:])
    parts = [operand for operand in root.operands if root.kind != "expression"]
    parts += [region.result for region in root.regions if root.kind == "annassign" and region.kind == "lazy"]
    return all(_is_inert(facts, each) for each in parts)


def _is_harmless(facts: ModuleFacts, op: Op) -> bool:
    """Whether an op of an annotated field runs nothing of the module: it makes a field, or says `list[int] | None`."""
    if op.kind == "call":
        return facts.classes.is_imported(op.operands[0], "dataclasses", "field")
    if op.kind in ("getitem", "getattr", "binary", "unary"):
        return _is_inert(facts, op)
    return op.kind in _FIELDS


def _is_inert(facts: ModuleFacts, op: Op, seen: frozenset[str] = frozenset()) -> bool:
    """
    Whether evaluating an expression runs nothing of the module, and hashing, comparing or showing its value does
    not either: it is made of literals, builtins, understood classes and what the module has imported.
    """
    if op.kind in ("constant", "lambda"):
        return True
    if op.kind == "load":
        name = op.attrs["name"]
        if op.attrs["scope"] != "global" or name in seen:
            return False
        if facts.classes.is_from_outside(op) or facts.classes.get(name) is not None:
            return True
        bound = facts.bindings.get(name, [])
        assert facts.scope is not None
        once = len(bound) == 1 and bound[0].kind == "store" and name not in facts.scope.written_below
        return once and _is_inert(facts, bound[0].operands[0], seen | {name})
    if op.kind == "getattr":
        return facts.classes.is_from_outside(op)
    if op.kind == "unary":
        return op.operands[0].kind == "constant"
    if op.kind == "call":
        callee, *given = op.operands
        if facts.classes.is_imported(callee, "dataclasses", "field"):
            return all(_is_inert(facts, each, seen) for each in given)
        outside = (each.kind == "constant" or facts.classes.is_from_outside(each) for each in given)
        return facts.classes.is_from_outside(callee) and all(outside)
    parts = op.operands if op.kind in ("getitem", "binary", "tuple", "list") else ()
    return bool(parts) and all(_is_inert(facts, each, seen) for each in parts)


_FIELDS: Final = frozenset(("annassign", "store", "argument", "result", "load", "constant", "tuple", "list"))


@dataclass(frozen=True, eq=False)
class Body:
    """
    A method whose body may stand in another function.

    `shape` has the parameters after `self`, their defaults, and the value of the body, if it is one expression.
    """

    shape: Leaf
    receiver: str
    is_expression: bool

    @property
    def region(self) -> Region:
        return self.shape.definition.regions[0]


def movable(facts: ModuleFacts, member: Member) -> Body | None:
    """
    The body of a method that has no scopes of its own, calls nothing that could tell where it stands, and does
    not come back to itself; None for another one.
    """
    known = facts.classes.bodies
    if member not in known:
        known[member] = _movable(facts, member)
    return known[member]


def _movable(facts: ModuleFacts, member: Member) -> Body | None:
    op = member.op
    assert op is not None
    scope = op.regions[0].scope
    assert scope is not None
    written = op.attrs["parameters"]
    if scope.dynamic or scope.suspends or not written or any(part.startswith("*") or part == "/" for part in written):
        return None
    if scope.written_below:
        return None
    defaults = [operand for operand, what in zip(op.operands, op.attrs["layout"], strict=True) if what == "v"]
    if len(defaults) == len(written) or any(default.kind != "constant" for default in defaults):
        return None
    body = list(walk(op.regions[0]))
    if any(each.kind not in MOVABLE or each.attrs.get("async") or _is_private(each) for each in body):
        return None
    if any(each.attrs.get("scope", "local") not in ("local", "global") for each in body):
        return None
    if any(each.kind == "load" and each.attrs["name"] in OF_THE_CLASS for each in body):
        return None
    if not _is_blind(facts, op):
        return None
    own = Function(facts, op)
    if any(each.kind == "load" and each.attrs["scope"] == "local" and not own.is_bound(each) for each in body):
        return None
    named = dict(zip(written[len(written) - len(defaults) :], defaults, strict=True))
    value = value_of(without_docstring(op.regions[0]))
    shape = Leaf(op, tuple(written[1:]), named, make.constant(None) if value is None else value)
    return Body(shape, written[0], value is not None)


def _is_private(op: Op) -> bool:
    names = (op.attrs.get("name", ""), *op.attrs.get("keywords", ()))
    return any(map(is_private, names))


def _is_blind(facts: ModuleFacts, op: Op) -> bool:
    """
    Whether nothing that a body calls can tell how many frames are above it, and nothing leads back to the body.

    Methods are told by their names: those of builtin types, and those that only the module's classes have.
    """
    for back in (True, False):
        pending = [op]
        seen: set[Op] = set()
        while pending:
            called = _called_by(facts, pending.pop())
            if called is None:
                return False
            following = {each for each, could_be_moved in called.items() if could_be_moved or not back}
            if back and op in following:
                return False
            pending.extend(following - seen)
            seen |= following
    return True


def _called_by(facts: ModuleFacts, op: Op) -> dict[Op, bool] | None:
    """
    The definitions of the module that a body may call, and whether they could be moved into it, going by the
    receiver; None if it may call something else that could look.
    """
    known = facts.classes.calls
    if op not in known:
        found: dict[Op, bool] = {}
        known[op] = None
        for each in walk(op.regions[0]):
            if each.kind in ("import", "importfrom", "opaque", "opaque_expr", "class", "with", "await"):
                return None
            if each.kind in ("binary", "inplace", "compare") and each.operands[0].kind not in ("getattr", "getitem"):
                owners = facts.classes.with_method(OPERATORS.get(each.attrs["op"], ""))
                members = [owner.own[OPERATORS[each.attrs["op"]]].op for owner in owners]
                found.update(dict.fromkeys((member for member in members if member is not None), True))
            if each.kind in ("call", "getattr", "setattr", "delattr"):
                called = _called_above(facts, op, each) if _has_super(each) else _called(facts, each)
                if called is None:
                    return None
                callee = each.operands[0]
                vague = each.kind == "call" and callee.attrs.get("name") in BUILTIN_METHODS
                movable_there = not (vague and callee.kind == "getattr" and callee.operands[0].kind != "load")
                for definition in called:
                    found[definition] = found.get(definition, False) or movable_there
        known[op] = found
    return known[op]


def _has_super(op: Op) -> bool:
    """`super()`, `super().name` or a call of the latter."""
    attribute = op.operands[0] if op.kind == "call" and op.operands[0].kind == "getattr" else op
    made = attribute.operands[0] if attribute.kind == "getattr" else attribute
    return made.kind == "call" and len(made.operands) == 1 and made.operands[0].attrs.get("name") == "super"


def _called_above(facts: ModuleFacts, method: Op, op: Op) -> set[Op] | None:
    owner = facts.classes.of_method(method)
    if owner is None or owner.base is None or not facts.is_builtin("super"):
        return None
    if op.kind != "call" or op.operands[0].kind != "getattr":
        return set()
    member = owner.base.member(meant(op.operands[0]))
    return None if member is None or member.kind != "method" or member.op is None else {member.op}


def _called(facts: ModuleFacts, op: Op) -> set[Op] | None:
    callee = op.operands[0] if op.kind == "call" else op
    name = meant(callee) if callee.kind != "load" and "name" in callee.attrs else callee.attrs.get("name", "")
    if op.kind != "call":
        members = [owner.own[name] for owner in facts.classes.with_method(name)]
        if any(member.kind == "other" or (member.kind == "property" and op.kind != "getattr") for member in members):
            return None
        return {member.op for member in members if member.kind == "property" and member.op is not None}
    if {"key", ""} & set(op.attrs["keywords"]):
        return None  # what is handed over is called
    if callee.kind == "getattr":
        if _is_from(facts, callee.operands[0], BLIND_MODULES):
            return set()
        members = [owner.own[name] for owner in facts.classes.with_method(name)]
        if any(member.kind not in ("method", "static") for member in members):
            return None
        if name in facts.classes.unknown or (not members and name not in BUILTIN_METHODS):
            return None
        return {member.op for member in members if member.op is not None}
    if callee.kind != "load" or callee.attrs["scope"] != "global":
        return None
    if facts.is_builtin(name) and (name in BLIND_BUILTINS or name in EXCEPTIONS):
        return set()
    if name in facts.classes.creators:
        return set()
    made = facts.classes.get(name)
    if made is not None:
        start = made.member("__init__")
        return set() if start is None else {start.op} if start.op is not None and start.kind == "method" else None
    bound = facts.bindings.get(name, [])
    if len(bound) == 1 and bound[0].kind == "def" and bound[0].region is facts.module.body:
        return None if "d" in bound[0].attrs["layout"] else {bound[0]}
    return None


def _is_from(facts: ModuleFacts, owner: Op, modules: frozenset[str]) -> bool:
    if owner.kind != "load" or owner.attrs["scope"] != "global":
        return False
    bound = facts.bindings.get(owner.attrs["name"], [])
    return len(bound) == 1 and bound[0].kind == "import" and set(bound[0].attrs["names"]) <= modules
