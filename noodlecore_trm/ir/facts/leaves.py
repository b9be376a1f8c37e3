"""
The functions of a module that calls can be followed into, and the names that pin them.

A *callee* is bound once and for all by a plain `def` at module level, or made by the function around the
call; a *leaf* is one whose body is a single expression.

A *snapshot* is a module-level `_f = f` directly after `def f`. Where `f is _f` holds, a call of `f`
runs exactly that body; that its `__code__` and `__defaults__` are not swapped is assumed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts.builtins import means_something_unbound
from noodlecore_trm.ir.facts.checks import stay_true
from noodlecore_trm.ir.op import Op, Region, clone, everything, walk
from noodlecore_trm.ir.scope import MAY_BE_GLOBAL, is_private
from noodlecore_trm.ir.shapes import is_in_braces

if TYPE_CHECKING:
    from noodlecore_trm.ir.facts.function import ModuleFacts

BLIND_MODULES = frozenset(("math", "cmath"))
BLIND_BUILTINS = frozenset(
    (
        "abs", "bin", "bool", "bytes", "chr", "complex", "dict", "divmod", "float", "frozenset", "hash", "hex", "id", "int",
        "isinstance", "len", "list", "max", "min", "oct", "ord", "pow", "range", "repr", "round", "set", "sorted", "str", "sum",
        "tuple", "type", "zip", "enumerate", "reversed", "any", "all", "ascii", "callable", "issubclass",
    )
)  # fmt: skip
_SCOPED = frozenset(("lambda", "comprehension", "walrus", "yield", "yieldfrom", "await"))


@dataclass(frozen=True, eq=False)
class Callee:
    """A function that is known: its `def` or `lambda`, and its parameters with their defaults."""

    definition: Op
    parameters: tuple[str, ...]
    defaults: dict[str, Op]

    @property
    def name(self) -> str:
        return str(self.definition.attrs.get("name", "lambda"))


@dataclass(frozen=True, eq=False)
class Leaf(Callee):
    """A leaf function, with its value as an expression."""

    value: Op


def _means_one_thing(facts: ModuleFacts, name: str) -> bool:
    """Whether a global name means what the module binds it to, and nothing before, and no snapshot of it goes away."""
    if facts.star_import or facts.may_bind_unseen or means_something_unbound(name):
        return False
    return facts.module.words is None or "builtins" not in facts.module.words


def _bound_by(facts: ModuleFacts, name: str, kind: str) -> Op | None:
    """The one statement of this module, if it is of a kind, that says once and for all what a global name means."""
    bindings = facts.bindings.get(name, [])
    assert facts.scope is not None
    if len(bindings) != 1 or name in facts.scope.written_below or not _means_one_thing(facts, name):
        return None
    (op,) = bindings
    return op if op.kind == kind and op.region is facts.module.body and not op.region.inline else None


def find_definition(facts: ModuleFacts, name: str) -> Op | None:
    """The `def` that a global name is bound to once and for all by this module, if it is one."""
    return _bound_by(facts, name, "def")


def find_callee(facts: ModuleFacts, name: str) -> Callee | None:
    """The same, if a call of it is understood."""
    op = find_definition(facts, name)
    return None if op is None else understood(op)


def understood(op: Op) -> Callee | None:
    """A `def` or `lambda` as a callee, if a call of it binds its arguments and runs its body, and nothing else."""
    scope = op.regions[0].scope
    assert scope is not None
    if scope.dynamic or scope.suspends or "d" in op.attrs["layout"] or op.attrs.get("kind", "def") != "def":
        return None
    written = op.attrs["parameters"]
    if any(part.startswith("*") for part in written):
        return None
    parameters = tuple(part for part in written if part != "/")
    defaults = [operand for operand, what in zip(op.operands, op.attrs["layout"], strict=True) if what == "v"]
    if any(default.kind != "constant" for default in defaults):
        return None
    named = dict(zip(parameters[len(parameters) - len(defaults) :], defaults, strict=True))
    return Callee(op, parameters, named)


def find_sequence(facts: ModuleFacts, name: str) -> Op | None:
    """The statement that binds a global name once and for all to a tuple display, if there is one."""
    op = _bound_by(facts, name, "store")
    return op if op is not None and op.operands[0].kind == "tuple" else None


def find_leaf(facts: ModuleFacts, callee: Callee) -> Leaf | None:
    """The callee as a leaf, if it is one."""
    body = callee.definition.regions[0]
    scope = body.scope
    assert scope is not None
    value = _plain(body.result) if body.kind == "lazy" else value_of(list(body.roots()))
    if value is None or any(slot not in ("local", "global", "free") for slot in scope.slots.values()):
        return None
    if scope.bound != set(callee.parameters) or not all(is_blind(facts, each) for each in _calls(value)):
        return None
    return Leaf(callee.definition, callee.parameters, callee.defaults, value)


def shares_globals(facts: ModuleFacts, callee: Callee) -> tuple[bool, bool]:
    """
    Whether a function, or one that it names, may see what a global variable holds, and whether one of them
    changes a variable or sees one that a function changes. Functions that are known are no variables.
    """
    assert facts.scope is not None
    sees = changes = False
    known = [callee]
    for each in known:
        for op in walk(each.definition.regions[0]):
            if op.kind == "load" and op.attrs["scope"] in MAY_BE_GLOBAL:
                name = op.attrs["name"]
                other = facts.callee(name)
                if other is not None and other not in known:
                    known.append(other)
                sees = sees or (other is None and not facts.is_builtin(name))
                changes = changes or name in facts.scope.written_below
            elif op.kind == "global":
                changes = True
    return sees, changes


def _calls(value: Op) -> list[Op]:
    return [each for each in everything(value) if each.kind == "call"]


def is_blind(facts: ModuleFacts, call: Op) -> bool:
    """
    Whether what is called cannot tell how many frames are above it.

    `warnings.warn(..., stacklevel=2)`, a logger and `sys._getframe(1)` can, and would speak of
    another function than before.
    """
    callee = call.operands[0]
    if callee.kind == "getattr":
        owner = callee.operands[0]
        if owner.kind != "load" or owner.attrs["scope"] != "global":
            return False
        bound = facts.bindings.get(owner.attrs["name"], [])
        imported = len(bound) == 1 and bound[0].kind == "import" and set(bound[0].attrs["names"]) <= BLIND_MODULES
        assert facts.scope is not None
        return imported and owner.attrs["name"] not in facts.scope.written_below and not facts.may_bind_unseen
    if callee.kind != "load" or callee.attrs["scope"] != "global":
        return False
    name = callee.attrs["name"]
    if name in BLIND_BUILTINS and facts.is_builtin(name):
        return not {"key", ""} & set(call.attrs["keywords"])
    return facts.leaf(name) is not None


def value_of(statements: list[Op]) -> Op | None:
    """A suite that only tests and returns, as one expression (cloned)."""
    if statements and statements[0].kind == "expression" and statements[0].operands[0].kind == "constant":
        statements = statements[1:]
    if not statements:
        return None
    first, *rest = statements
    if first.kind == "return" and first.operands:
        return _plain(first.operands[0])
    if first.kind == "if":
        test = _plain(first.operands[0])
        then = value_of(list(first.regions[0].roots()))
        orelse = value_of([*first.regions[1].roots(), *rest])
        if test is not None and then is not None and orelse is not None:
            return make.select(test, then, orelse)
    return None


def _plain(op: Op) -> Op | None:
    return None if any(each.kind in _SCOPED or is_in_braces(each) for each in everything(op)) else clone(op)


def snapshot_of(facts: ModuleFacts, definition: Op) -> str:
    """The name of the snapshot right after a definition, or an empty string."""
    region = definition.region
    assert region is not None
    roots = list(region.roots())
    following = roots[roots.index(definition) + 1 :][:1]
    for op in following:
        if op.kind == "store" and op.operands[0].kind == "load":
            name: str = op.attrs["name"]
            assert facts.scope is not None
            written_once = len(facts.bindings.get(name, ())) == 1 and name not in facts.scope.written_below
            own = str(definition.attrs["name"])
            if op.operands[0].attrs["name"] == own and written_once and _names_snapshot(name, own):
                return name
    return ""


def _names_snapshot(name: str, own: str) -> bool:
    """Whether a name is one that is given to snapshots: another name may be anybody's, who binds both to something else."""
    stem = f"_{own.lstrip('_')}"
    number = name.removeprefix(stem)
    return name.startswith(stem) and not is_private(name) and (not number or (number[0] == "_" and number[1:].isdigit()))


def checked_identities(facts: ModuleFacts, test: Op) -> list[str]:
    """Names of functions that a test pins: `f is _f and ...`."""
    found = []
    for part in stay_true(test, facts.is_builtin):
        if part.kind == "compare" and part.attrs["op"] == "is":
            left, right = part.operands
            if left.kind == right.kind == "load" and left.attrs["scope"] == right.attrs["scope"] == "global":
                callee = facts.callee(left.attrs["name"])
                if callee is not None and snapshot_of(facts, callee.definition) == right.attrs["name"]:
                    found.append(left.attrs["name"])
    return found


def guarding_tests(op: Op) -> list[tuple[Op, Region]]:
    """
    Each `if` or conditional expression around an op that it stands in the then-arm of.

    Not those around a lambda, generator or function that the op is part of: it may run long after.
    """
    found = []
    region = op.region
    while region is not None and region.parent is not None:
        outer = region.parent
        if outer.kind in ("def", "class", "lambda") or outer.attrs.get("type") == "generator":
            break
        if outer.kind in ("if", "select") and region is outer.regions[0]:
            found.append((outer, region))
        region = outer.region
    return found


def in_slow_arm(op: Op, name: str) -> bool:
    """Whether an `f is _f` around the call has come out false."""
    region = op.region
    while region is not None and region.parent is not None:
        outer = region.parent
        if outer.kind in ("if", "select") and region is outer.regions[1]:
            test = outer.operands[0]
            parts = [test, *(inner.result for inner in test.regions if inner.kind == "lazy"), *test.operands]
            for part in parts:
                if part.kind == "compare" and part.attrs["op"] == "is" and part.operands[0].attrs.get("name") == name:
                    return True
        region = outer.region
    return False


def bind_arguments(callee: Callee, call: Op) -> dict[str, Op] | None:
    """The argument of each parameter, in order of evaluation; None if the call does not fit."""
    arguments = call.operands[1:]
    keywords = call.attrs.get("keywords", ())
    if any(argument.kind == "star" for argument in arguments) or "" in keywords:
        return None
    positional = arguments[: len(arguments) - len(keywords)]
    if len(positional) > len(callee.parameters):
        return None
    bound = dict(zip(callee.parameters, positional, strict=False))
    for name, argument in zip(keywords, arguments[len(positional) :], strict=True):
        if name in bound or name not in callee.parameters or "/" in callee.definition.attrs["parameters"]:
            return None
        bound[name] = argument
    for name in callee.parameters:
        if name not in bound:
            if name not in callee.defaults:
                return None
            bound[name] = callee.defaults[name]
    return bound
