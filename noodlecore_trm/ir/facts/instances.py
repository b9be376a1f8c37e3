"""
Which class of the module the objects of a function are instances of, as far as that follows from where they
were created.

Solved to the least fixpoint over the variables of the function. Another function or method is asked for the
class of what it returns; one that leads back to itself is taken to return anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from noodlecore_trm.ir.facts.classes import READ_HOOKS, Class, Member, meant
from noodlecore_trm.ir.facts.leaves import find_definition
from noodlecore_trm.ir.facts.reaching import PARAMETER, UNBOUND
from noodlecore_trm.ir.op import Op, walk

if TYPE_CHECKING:
    from noodlecore_trm.ir.facts.function import Function, ModuleFacts

OPERATORS: Final = {
    "+": "__add__", "-": "__sub__", "*": "__mul__", "/": "__truediv__", "//": "__floordiv__", "%": "__mod__",
    "**": "__pow__", "@": "__matmul__", "&": "__and__", "|": "__or__", "^": "__xor__", "<<": "__lshift__", ">>": "__rshift__",
    "==": "__eq__", "<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__",
}  # fmt: skip


class Kind:
    """The class of an object: exactly `owner`, or that or a subclass of it that the module defines."""

    __slots__ = ("exact", "owner")

    def __init__(self, owner: Class, exact: bool) -> None:
        self.owner = owner
        self.exact = exact

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kind) and other.owner is self.owner and other.exact == self.exact

    def __hash__(self) -> int:
        return hash((id(self.owner), self.exact))

    def member(self, name: str) -> Member | None:
        """What an attribute of the class means for all objects of this kind."""
        return self.owner.member(name) if self.exact else self.owner.member_of_any(name)


Guess = Kind | None | bool
"""A kind; False where nothing arrives yet, None for any object at all."""


class Instances:
    """The kinds of the values that one function stores; `of(op)` is that of an expression."""

    def __init__(self, function: Function) -> None:
        self._function = function
        self._classes = function.facts.classes
        self._stored: dict[Op, Guess] = {}
        if not self._classes.by_name:
            return
        stores = [*function.of_kind("store"), *function.of_kind("walrus")]
        self._stored = dict.fromkeys(stores, False)
        changed = True
        while changed:
            changed = False
            for op in stores:
                found = _join(self._stored[op], self._guess(op.operands[0]))
                if found != self._stored[op]:
                    self._stored[op] = found
                    changed = True

    def of(self, op: Op) -> Kind | None:
        """The kind of an expression's value; None if it may be anything."""
        found = self._guess(op) if self._classes.by_name else None
        return found if isinstance(found, Kind) else None

    def _guess(self, op: Op) -> Guess:
        if op.kind == "load":
            return self._loaded(op)
        if op.kind == "walrus":
            return self._stored.get(op)
        if op.kind == "select":
            return _join(self._guess(op.regions[0].result), self._guess(op.regions[1].result))
        if op.kind == "call":
            return self._called(op)
        if op.kind in ("binary", "inplace") and op.attrs["op"] in OPERATORS:
            if op.kind == "inplace":
                left = self._guess(op.operands[0])
                if isinstance(left, Kind) and left.owner.member(f"__i{OPERATORS[op.attrs['op']][2:]}") is not None:
                    return None
            return self._returned(op.operands[0], OPERATORS[op.attrs["op"]], operator=True)
        return None

    def _loaded(self, op: Op) -> Guess:
        function = self._function
        if not function.is_local(op):
            return None
        found: Guess = False
        for definition in function.definitions(op):
            if definition is UNBOUND:
                continue
            if definition is PARAMETER:
                found = _join(found, self._receiver(op.attrs["name"]))
            elif isinstance(definition, Op) and definition.kind in ("store", "walrus"):
                found = _join(found, self._stored.get(definition))
            else:
                return None
        return found

    def _receiver(self, name: str) -> Kind | None:
        """The kind of `self`."""
        op = self._function.op
        owner = self._classes.of_method(op)
        if op is None or owner is None or self._classes.self_name(op) != name:
            return None
        return None if meant(op) in self._classes.detached else Kind(owner, False)

    def _called(self, op: Op) -> Guess:
        callee = op.operands[0]
        if callee.kind == "getattr":
            return self._returned(callee.operands[0], meant(callee))
        if callee.kind != "load" or callee.attrs["scope"] != "global":
            return None
        named = op.operands[1] if self._classes.is_creator(callee) and len(op.operands) == 2 else callee
        made = self._classes.get(named.attrs.get("name", "")) if named.attrs.get("scope") == "global" else None
        if made is not None:
            return Kind(made, True)
        facts = self._function.facts
        definition = find_definition(facts, callee.attrs["name"])
        return None if definition is None else result_of(facts, definition)

    def _returned(self, receiver: Op, name: str, *, operator: bool = False) -> Guess:
        kind = self._guess(receiver)
        if not isinstance(kind, Kind):
            return kind
        member = kind.member(name)
        if member is None or member.kind != "method" or member.op is None:
            return None
        if any(each.defines(READ_HOOKS) for each in kind.owner.family()):
            return None
        if operator and not answers_operator(self._function.facts, kind, member):
            return None
        if not operator and self._classes.is_hidden(member):
            return None
        return result_of(self._function.facts, member.op)


def answers_operator(facts: ModuleFacts, kind: Kind, member: Member) -> bool:
    """Whether `x + y` runs this very method: no subclass goes first with its own, and it never declines."""
    assert member.op is not None
    if any(each.is_open or each.subclasses for each in kind.owner.family()):
        return False
    known = facts.classes.answers
    if member.op not in known:
        known[member.op] = False  # one that leads back to itself may decline
        known[member.op] = _answers(facts, member.op)
    return known[member.op]


def _answers(facts: ModuleFacts, op: Op) -> bool:
    """Whether nothing that a method returns can be NotImplemented."""
    from noodlecore_trm.ir.facts.function import Function

    own = Function(facts, op)
    return all(
        _is_answer(own, each.operands[0]) for each in walk(op.regions[0]) if each.kind == "return" and each.operands
    )


def _is_answer(own: Function, value: Op) -> bool:
    if value.kind in ("boolean", "select"):
        parts = [*(value.operands if value.kind == "boolean" else ()), *(region.result for region in value.regions)]
        return all(_is_answer(own, part) for part in parts)
    if value.kind in _ANSWERS or own.instances.of(value) is not None:
        return True
    return bool(own.value(value)) and "any" not in own.value(value)


_ANSWERS: Final = frozenset(("constant", "binary", "compare", "chain", "fstring", "list", "tuple", "dict", "set"))
"""What never comes to NotImplemented: an operation whose methods all decline raises."""


def _join(left: Guess, right: Guess) -> Guess:
    if left is False or left == right:
        return right
    if isinstance(left, Kind) and isinstance(right, Kind) and left.owner is right.owner:
        return Kind(left.owner, False)
    return left if right is False else None


def result_of(facts: ModuleFacts, op: Op) -> Kind | None:
    """The kind of what a function returns, whatever it is called with."""
    known = facts.classes.results
    if op not in known:
        known[op] = None
        scope = op.regions[0].scope
        assert scope is not None
        plain = op.attrs["kind"] == "def" and "d" not in op.attrs["layout"]
        if plain and not scope.dynamic and not scope.suspends:
            known[op] = _result(facts, op)
    return known[op]


def _result(facts: ModuleFacts, op: Op) -> Kind | None:
    from noodlecore_trm.ir.facts.function import Function

    inside = list(walk(op.regions[0]))
    if op.regions[0].ops and op.regions[0].ops[-1].kind not in ("return", "raise"):
        return None
    if any(each.kind in ("def", "lambda", "class") for each in inside):
        return None
    own = Function(facts, op)
    found: Guess = False
    for each in inside:
        if each.kind == "return":
            found = _join(found, own.instances.of(each.operands[0]) if each.operands else None)
    return found if isinstance(found, Kind) else None
