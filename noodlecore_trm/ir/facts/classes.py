"""
Classes that are defined once at module level: their methods and properties, what instances hold, who inherits.

What is said here holds as far as the module's own code goes: that code outside patches no class, hides no
method behind an attribute of an instance, makes no subclass and calls no method with another kind of `self`
is what a closed world promises. Without it, whatever rests on these facts needs a check at run time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from noodlecore_trm.ir.facts.builtins import BUILTIN_NAMES, means_something_unbound
from noodlecore_trm.ir.facts.leaves import find_sequence
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.facts.reflection import (
    asks_for_owner,
    finds_itself,
    of_python,
    reaches_all,
    runs_texts,
    stores_unseen,
    tells_annotations,
)
from noodlecore_trm.ir.op import Op, Region, walk
from noodlecore_trm.ir.scope import MAY_BE_GLOBAL, is_private, mangled
from noodlecore_trm.ir.shapes import annotates, decorators_of, names_in_pattern, names_in_text, words_of

if TYPE_CHECKING:
    from noodlecore_trm.ir.facts.function import ModuleFacts
    from noodlecore_trm.ir.facts.instances import Kind
    from noodlecore_trm.ir.facts.methods import Body

READ_HOOKS: Final = frozenset(("__getattr__", "__getattribute__"))
WRITE_HOOKS: Final = frozenset(("__setattr__", "__delattr__"))
_WRITE_LIMITS: Final = WRITE_HOOKS | {"__slots__"}
_CREATION_HOOKS: Final = frozenset(("__new__", "__init_subclass__", "__class_getitem__", "__set_name__"))
_GENERATED: Final = frozenset(("__init__", "__repr__", "__eq__", "__hash__", "__match_args__", "__replace__"))
"""What `@dataclass` puts into a class that does not bind it."""
_PUT_THERE: Final = frozenset(("__dataclass_params__", "__dataclass_fields__"))
"""What it puts there in any case."""
_TOLD: Final = frozenset((
    "__set_name__", "__get__", "__init_subclass__", "__subclasscheck__", "__instancecheck__", "__subclasshook__",
    "__mro_entries__", "__prepare__", "__class_getitem__", "__typing_subst__", "__typing_prepare_subst__",
))  # fmt: skip
"""Methods that the interpreter tells of classes of which they are not."""
_CLASS_METHODS: Final = frozenset(("classmethod", "abstractclassmethod"))
_STANDARD: Final = sys.stdlib_module_names | {"typing_extensions"}
"""Modules that make no class methods but of those names."""
_KEEPING_NOTHING: Final = BUILTIN_NAMES - {"dict", "type"}
"""Builtins that do not make attributes of their keyword arguments, as long as they are builtins."""
_WRAPPERS: Final = frozenset(("property", "staticmethod", "classmethod"))
_EXTENDING: Final = frozenset(("setter", "deleter", "getter"))
_OF_TYPE: Final = frozenset(name for name, value in vars(type).items() if hasattr(type(value), "__set__")) | {
    "mro", "__static_attributes__", "__firstlineno__", "__weakref__", "__classcell__", "__annotate__",
    "__type_params__",
}  # fmt: skip
"""Attributes that a class has of its own, or that Python puts into it, whatever its body binds."""
_ASKING: Final = frozenset(("isinstance", "issubclass", "type", "print", "id", "repr"))
"""Builtins that may be given a class without keeping it."""


@dataclass(frozen=True, eq=False)
class Member:
    """
    One name of a class body.

    `kind` is method, static (both with the `def`), property (with the `def` of its getter), constant (with
    the `store`), or other, which stands for anything at all. A private name is the one that it means.
    """

    name: str
    kind: str
    owner: Class
    op: Op | None


class Class:
    """A class and what it inherits: `definition` is the `class` op, `base` its only base, if that is not object."""

    def __init__(self, definition: Op, base: Class | None) -> None:
        self.definition = definition
        self.base = base
        self.is_dataclass = False
        self.has_abc: bool = base is not None and base.has_abc
        """Whether ABCMeta makes it."""
        self.own: dict[str, Member] = {}
        self.subclasses: list[Class] = []
        """Direct ones."""
        self.is_open = False
        """Whether the module may make further subclasses, which are not known."""
        self.put_there: frozenset[str] = frozenset()
        """Members that are not written in the body."""
        self.fields: frozenset[str] = frozenset()
        """Attributes that methods, of this class or a base, store on `self`."""

    def __repr__(self) -> str:
        return f"<class {self.name}>"

    @property
    def name(self) -> str:
        return str(self.definition.attrs["name"])

    def lineage(self) -> Iterator[Class]:
        """The class and its bases, nearest first."""
        here: Class | None = self
        while here is not None:
            yield here
            here = here.base

    def family(self) -> Iterator[Class]:
        """The class and everything below it that the module defines."""
        pending = [self]
        while pending:
            here = pending.pop()
            yield here
            pending.extend(here.subclasses)

    def member(self, name: str) -> Member | None:
        """What an attribute of the class is; None if neither it nor a base binds the name."""
        for each in self.lineage():
            if name in each.own:
                return each.own[name]
        return None

    def defines(self, names: frozenset[str]) -> bool:
        return any(name in each.own for each in self.lineage() for name in names)

    def member_of_any(self, name: str) -> Member | None:
        """The member that `name` means for the class and all its subclasses alike; None if it differs, or may."""
        found = self.member(name)
        if any(each.is_open or each.member(name) is not found for each in self.family()):
            return None
        return found

    def reads_field(self, name: str) -> bool:
        """Whether reading this attribute of an instance runs no code: it is in the instance, or missing."""
        return not self.defines(READ_HOOKS) and self.member(name) is None and not of_python(name)

    def writes_field(self, name: str) -> bool:
        """Whether storing this attribute on an instance runs no code."""
        return not self.defines(_WRITE_LIMITS) and self.member(name) is None and not of_python(name)


class Classes:
    """All classes of a module that are understood, by name."""

    def __init__(self, facts: ModuleFacts) -> None:
        self._facts = facts
        self.by_name: dict[str, Class] = {}
        self.creators = _creators(facts)
        """Names of the module for `object.__new__`."""
        self.created: set[str] = set()
        """Classes that the module may create instances of."""
        self.detached: set[str] = set()
        """Methods that the module fetches from a class, to be called with any object as `self`."""
        self.bodies: dict[Member, Body | None] = {}
        self.results: dict[Op, Kind | None] = {}
        """What `instances` has found out about what functions return."""
        self.calls: dict[Op, dict[Op, bool] | None] = {}
        """What `methods` has found out about the bodies of methods."""
        ops = list(walk(facts.module.body))
        self.answers: dict[Op, bool] = {}
        """What `instances` has found out about whether methods decline."""
        only_read = {id(each) for op in ops for each in self._only_read(op)}
        self.named = frozenset(name for op in ops if id(op) not in only_read for name in self._named(op)) - {""}
        """Every attribute that others may store for the module: it names it in a text, or by a keyword."""
        self.stored = self.named.union(*map(_stored, ops))
        """
        These, every attribute that the module itself stores or deletes on any object, and what decorators of classes
        may make attributes of instances.
        """
        self.unknown: frozenset[str] = frozenset()
        """What the bodies of classes bind that are not understood."""
        scope = facts.module.body.scope
        assert scope is not None
        if facts.star_import or scope.dynamic or any(map(_is_told, ops)) or reaches_all(ops):
            return
        if finds_itself(facts.module) or runs_texts(facts.module):
            return
        for op in facts.module.body.roots():
            if op.kind == "class":
                self._enter(op)
        understood = {each.definition for each in self.by_name.values()}
        bodies = [op.regions[0].scope for op in ops if op.kind == "class" and op not in understood]
        self.unknown = frozenset(name for body in bodies if body is not None for name in body.bound)
        own = [each.own.keys() for each in self.by_name.values()] if stores_unseen(ops) else []
        members = map(_stored_by_members, self.by_name.values())
        self.stored = self.stored.union(*own, *members, self.unknown if own else ())
        self._look_at_uses(ops)
        self._find_fields()

    def _enter(self, op: Op) -> None:
        name = op.attrs["name"]
        facts = self._facts
        scope = op.regions[0].scope
        assert scope is not None
        assert facts.scope is not None
        if len(facts.bindings.get(name, ())) != 1 or name in facts.scope.written_below or scope.dynamic:
            return
        if means_something_unbound(name):
            return
        if op.attrs["keywords"] or len(op.operands) > op.attrs["decorators"] + 1:
            return
        generated: frozenset[str] = frozenset()
        if op.attrs["decorators"]:
            if op.attrs["decorators"] > 1 or not self.is_imported(op.operands[0], "dataclasses", "dataclass"):
                return
            generated = _GENERATED
        base: Class | None = None
        abstract = False
        if len(op.operands) > op.attrs["decorators"]:
            written = op.operands[-1]
            if written.kind != "load" or written.attrs["scope"] != "global":
                return
            empty = written.attrs["name"] == "object" and facts.is_builtin("object")
            abstract = self.is_imported(written, "abc", "ABC")
            if not empty and not abstract:
                base = self.by_name.get(written.attrs["name"])
                if base is None:
                    return
        made = Class(op, base)
        made.is_dataclass = bool(generated)
        made.has_abc = made.has_abc or abstract
        binders: dict[str, list[Op]] = {}
        for inner in walk(op.regions[0]):
            if inner.kind in BINDERS and inner.region is not None:
                for bound in bound_names(inner):
                    binders.setdefault(mangled(name, bound), []).append(inner)
        bound_here = sorted({mangled(name, each) for each in scope.bound if scope.slots.get(each) != "global"})
        members = {each: self._member(made, each, op.regions[0], binders.get(each, [])) for each in bound_here}
        made.own = {each: member for each, member in members.items() if member is not None}
        put_there = generated - made.own.keys() | (_PUT_THERE if generated else frozenset())
        if made.has_abc:
            put_there |= {"_abc_impl"}
        if "__eq__" in made.own and "__hash__" not in made.own:
            put_there |= {"__hash__"}
        made.put_there = frozenset(put_there)
        made.own |= {each: Member(each, "other", made, None) for each in sorted(put_there)}
        if "__slots__" in made.own and base is not None:
            return  # a slot hides what a base has of its name
        if made.defines(_CREATION_HOOKS):
            return
        self.by_name[name] = made
        if base is not None:
            base.subclasses.append(made)

    def is_imported(self, op: Op, module: str, name: str) -> bool:
        """Whether a name means what this module-level import from the standard library binds."""
        if op.kind != "load" or op.attrs["scope"] != "global" or op.attrs["name"] != name:
            return False
        scope = self._facts.module.body.scope
        assert scope is not None
        bound = self._facts.bindings.get(name, [])
        if len(bound) != 1 or bound[0].kind != "importfrom" or name in scope.written_below:
            return False
        attrs = bound[0].attrs
        written = attrs["names"][attrs["binds"].index(name)]
        return bool(attrs["module"] == module and not attrs["level"] and written == name)

    def _member(self, owner: Class, name: str, body: Region, binders: list[Op]) -> Member | None:
        own = [op for op in binders if _namespace(op, body) and not annotates(op)]
        kind, op = "other", own[0] if own else None
        if binders and not own:
            return None
        if any(op.region is not body for op in own) or name in _OF_TYPE:
            return Member(name, "other", owner, None)
        if len(own) == 1 and op is not None:
            if op.kind == "def" and op.attrs["kind"] == "def":
                kind = self._kind_of_method(op)
            elif op.kind == "store" and op.operands[0].kind == "constant":
                kind = "constant"
        elif own and all(each.kind == "def" for each in own):
            extends = all(map(_extends_property, own[1:]))
            kind = "property" if extends and self._kind_of_method(own[0]) == "property" else "other"
        return Member(name, kind, owner, op if kind != "other" else None)

    def _kind_of_method(self, op: Op) -> str:
        decorators = decorators_of(op)
        if not decorators or all(self.is_imported(each, "abc", "abstractmethod") for each in decorators):
            return "method"
        if len(decorators) == 1 and decorators[0].kind == "load":
            name = decorators[0].attrs["name"]
            plain = decorators[0].attrs["scope"] == "global" and self._facts.is_builtin(name)
            if plain and name in ("property", "staticmethod"):
                return "property" if name == "property" else "static"
        return "other"

    def knows_decorators(self, op: Op) -> bool:
        """Whether the decorators of a method only wrap it: none of them runs it."""
        owner = op.region.parent if op.region is not None else None
        if _extends_property(op):
            known = self.by_name.get(owner.attrs["name"]) if owner is not None else None
            return known is not None and known.definition is owner and known.own[meant(op)].kind == "property"
        decorators = decorators_of(op)
        return all(
            self.is_imported(each, "abc", "abstractmethod")
            or (each.attrs.get("name") in _WRAPPERS and self._is_builtin(each))
            for each in decorators
        )

    def _look_at_uses(self, ops: list[Op]) -> None:
        """Find out where classes go: patched, kept in variables, inherited from in ways that are not understood."""
        consumers: dict[int, list[Op]] = {}
        for op in ops:
            for operand in op.operands:
                consumers.setdefault(id(operand), []).append(op)
        kept: set[str] = set()
        patched: set[str] = set()
        loads = [op for op in ops if op.kind == "load" and op.attrs["scope"] in MAY_BE_GLOBAL]
        uses = [op for op in loads if op.attrs["name"] in self.by_name]
        self.detached |= {meant(op) for op in ops if self._is_taken_in_its_class(op, consumers)}
        self.detached |= {name for op in ops if op.kind == "case" for name in names_in_pattern(op)}
        leaks = tells_annotations(ops) or any(self._gives_class(op, consumers) for op in ops)
        if asks_for_owner(ops):
            deleted = {meant(op) for op in ops if op.kind == "delattr"}
            reads = ((op, user) for op in uses for user in consumers.get(id(op), ()) if user.kind == "getattr")
            kept |= {op.attrs["name"] for op, user in reads if self._may_lack(op, user, deleted)}
        known = -1
        while known < len(self.detached):  # a method that is called with another `self` passes that on
            known = len(self.detached)
            for op in uses:
                for user in consumers.get(id(op), ()):
                    self._use(op, user, kept, patched)
            out = [each for each in self.by_name.values() if leaks or each.name in kept]
            self.detached |= {name for each in out for part in each.lineage() for name in part.own}
        if leaks or kept:
            # any object may be one of the classes, unless it is the `self` of a method
            patched |= {meant(op) for op in ops if op.kind in ("setattr", "delattr") and not self._is_self(op)}
            patched |= self.named
        for each in self.by_name.values():
            each.is_open = each.is_open or leaks or each.name in kept
            for name in patched:
                each.own[name] = Member(name, "other", each, None)

    def _use(self, op: Op, user: Op, kept: set[str], patched: set[str]) -> None:
        """What one consumer of the name of a class does with it."""
        name = op.attrs["name"]
        if user.kind == "class":
            known = self.by_name.get(user.attrs["name"])
            if known is None or known.definition is not user:
                kept.add(name)  # its metaclass may be anything
        elif user.kind in ("setattr", "delattr") and user.operands[-1] is op:
            patched.add(meant(user))
        elif not self._only_looks(op, user):
            kept.add(name)
            self.created.add(name)
        if user.kind == "call" and user.operands[0] is op:
            self.created.add(name)
        if user.kind == "getattr" and not self._passes_self(user):
            self.detached.add(meant(user))

    def _may_lack(self, op: Op, attribute: Op, deleted: set[str]) -> bool:
        """Whether fetching an attribute of a class may fail; the error holds the class."""
        name = meant(attribute)
        member = self.by_name[op.attrs["name"]].member(name)
        return member is None or member.kind == "other" or name in deleted

    def _passes_self(self, attribute: Op) -> bool:
        """Whether `C.method` is called at once with the `self` of a method of C, or of a class that inherits from C."""
        assert attribute.region is not None
        users = [each for each in attribute.region.ops if any(operand is attribute for operand in each.operands)]
        for user in users:
            method = _method_around(user)
            owner = self.of_method(method)
            called = user.kind == "call" and user.operands[0] is attribute
            called = called and len(user.operands) - 1 > len(user.attrs["keywords"])  # the first is no keyword
            if not called or method is None or owner is None or meant(method) in self.detached:
                return False
            given, wanted = user.operands[1], attribute.operands[0].attrs["name"]
            if given.kind != "load" or given.attrs["name"] != self.self_name(method):
                return False
            if all(each.name != wanted for each in owner.lineage()):
                return False
        return bool(users)

    def _only_looks(self, op: Op, user: Op) -> bool:
        """Whether a consumer of a class creates an instance, fetches an attribute, or asks, but does not keep it."""
        if user.kind == "call":
            callee = user.operands[0]
            if self.is_creator(callee) and len(user.operands) == 2:
                self.created.add(op.attrs["name"])
                return True
            if callee is op:
                return True
            return callee.attrs.get("name") in _ASKING and self._is_builtin(callee) and not user.attrs["keywords"]
        if user.kind == "tuple":
            assert user.region is not None
            users = [each for each in user.region.ops if any(operand is user for operand in each.operands)]
            return all(each.kind == "call" and self._asks_instance(each.operands[0]) for each in users)
        if user.kind == "def":
            return not any(
                operand is op and what != "a" for operand, what in zip(user.operands, user.attrs["layout"], strict=True)
            )
        if user.kind == "result":
            assert user.region is not None
            assert user.region.parent is not None
            return user.region.parent.kind == "annassign"
        if user.kind == "compare":
            return self._compares(user, op)
        return user.kind == "getattr"

    def is_creator(self, callee: Op) -> bool:
        """Whether an expression is `object.__new__`."""
        return callee.kind == "load" and callee.attrs["scope"] == "global" and callee.attrs["name"] in self.creators

    def _compares(self, user: Op, op: Op) -> bool:
        """Whether a comparison takes a class without giving it to code of the module."""
        symbol, (left, right) = user.attrs["op"], user.operands
        if symbol in ("is", "is not"):
            return True
        if symbol in ("in", "not in"):
            if right.kind == "load" and right.attrs["scope"] == "global":
                found = find_sequence(self._facts, right.attrs["name"])
                right = right if found is None else found.operands[0]
            return op is left and right.kind in ("tuple", "list", "set") and all(map(self._is_class, right.operands))
        return self._is_class(left if op is right else right)

    def _is_class(self, op: Op) -> bool:
        """Whether an expression is a class that compares as classes do."""
        if op.kind == "call":
            return op.operands[0].attrs.get("name") == "type" and self._is_builtin(op.operands[0])
        if op.kind == "getattr" and op.attrs["name"] == "__class__":
            return True
        return self.is_from_outside(op) or (op.kind == "load" and op.attrs["name"] in self.by_name)

    def is_from_outside(self, op: Op) -> bool:
        """Whether an expression is a builtin, or made of what the module has imported."""
        if op.kind == "getattr":
            return self.is_from_outside(op.operands[0])
        if op.kind != "load" or op.attrs["scope"] != "global":
            return False
        name = op.attrs["name"]
        bound = self._facts.bindings.get(name, [])
        assert self._facts.scope is not None
        imported = bool(bound) and all(each.kind in ("import", "importfrom") for each in bound)
        return self._facts.is_builtin(name) or (imported and name not in self._facts.scope.written_below)

    def _asks_instance(self, callee: Op) -> bool:
        return callee.attrs.get("name") == "isinstance" and self._is_builtin(callee)

    def _named(self, op: Op) -> Iterable[str]:
        """The attributes that a text or a keyword may name."""
        if op.kind == "constant":
            return _named_by(op.attrs["value"])
        if op.kind == "call":
            called = op.operands[0]
            keeps = called.attrs.get("name") not in _KEEPING_NOTHING or not self._is_builtin(called)
            return op.attrs["keywords"] if keeps else ()
        return ()

    def _only_read(self, op: Op) -> tuple[Op, ...]:
        """The texts among the operands of an op that store no attribute: docstrings, and what `getattr` asks for."""
        if op.kind == "expression":
            return op.operands if op.operands[0].kind == "constant" else ()
        if op.kind == "call":
            called = op.operands[0]
            if called.attrs.get("name") in ("getattr", "hasattr") and self._is_builtin(called):
                return op.operands[2:3]
        return ()

    def _is_builtin(self, op: Op) -> bool:
        return op.kind == "load" and op.attrs["scope"] == "global" and self._facts.is_builtin(op.attrs["name"])

    def _is_taken_in_its_class(self, op: Op, consumers: dict[int, list[Op]]) -> bool:
        """Whether an op in a class body does something with a method of it: another name may be given any `self`."""
        if op.kind != "load" or op.region is None or op.attrs["scope"] != "class":
            return False
        users = consumers.get(id(op), ())
        return not all(
            user.kind == "getattr"
            and user.attrs["name"] in _EXTENDING
            and all(_defines(each, op.attrs["name"]) for each in consumers.get(id(user), ()))
            for user in users
        )

    def _gives_class(self, op: Op, consumers: dict[int, list[Op]]) -> bool:
        """Whether an op gets hold of the class of an object and does more than ask about it."""
        asks_type = op.kind == "call" and op.operands[0].attrs.get("name") == "type" and self._facts.is_builtin("type")
        if asks_type or (op.kind == "getattr" and op.attrs["name"] == "__class__"):
            return not all(self._asks(user, op) for user in consumers.get(id(op), ()))
        if op.kind == "load" and op.attrs["name"] == "type" and op.attrs["scope"] in MAY_BE_GLOBAL:
            return not all(user.kind == "call" and user.operands[0] is op for user in consumers.get(id(op), ()))
        if op.kind in ("load", "getattr") and op.attrs["name"] in _CLASS_METHODS:
            return True
        if op.kind == "importfrom":
            return not _CLASS_METHODS.isdisjoint(op.attrs["names"])
        if op.kind == "def" and _is_in_class_body(op):
            return any(self._may_pass_class(each) for each in decorators_of(op))
        if op.kind == "store" and op.operands[0].kind == "call" and _is_in_class_body(op):
            return self._may_pass_class(op.operands[0])
        return op.kind == "load" and bool(op.attrs["name"] == "__class__")

    def _may_pass_class(self, decorator: Op) -> bool:
        """Whether what makes a member of a class may be a library's, which may make a class method of it."""
        if decorator.kind == "getattr" and decorator.attrs["name"] in _EXTENDING:
            return False
        root = decorator.operands[0] if decorator.kind == "call" else decorator
        while root.kind == "getattr":
            root = root.operands[0]
        if root.kind != "load" or root.attrs["scope"] not in MAY_BE_GLOBAL:
            return True
        bound = self._facts.bindings.get(root.attrs["name"], [])
        return not all(op.kind in ("def", "class") or _is_of_python(op) for op in bound)

    def _asks(self, user: Op, op: Op) -> bool:
        """Whether an op takes a class only to compare it, or for its name."""
        if user.kind == "compare":
            return self._compares(user, op)
        return user.kind == "getattr" and user.attrs["name"] in ("__name__", "__qualname__", "__module__", "__doc__")

    def _is_self(self, op: Op) -> bool:
        """Whether an attribute is stored on the first parameter of a method of one of the classes."""
        receiver = op.operands[-1]
        method = _method_around(op)
        return (
            method is not None
            and meant(method) not in self.detached
            and receiver.kind == "load"
            and receiver.attrs["name"] == self.self_name(method)
            and receiver.attrs["scope"] in ("local", "cell")
        )

    def _find_fields(self) -> None:
        own: dict[Class, set[str]] = {each: set() for each in self.by_name.values()}
        for each in own:
            for member in each.own.values():
                if member.kind in ("method", "property") and member.op is not None:
                    for op in walk(member.op.regions[0]):
                        if op.kind == "setattr" and self._is_self(op):
                            own[each].add(meant(op))
        for each in own:
            each.fields = frozenset(name for part in each.lineage() for name in own[part])

    # questions

    def get(self, name: str) -> Class | None:
        return self.by_name.get(name)

    def of_method(self, op: Op | None) -> Class | None:
        """The class that a `def` is an ordinary method or property of, so that its first parameter is an instance."""
        if op is None or op.region is None or op.region.parent is None or op.region.parent.kind != "class":
            return None
        owner = self.by_name.get(op.region.parent.attrs["name"])
        if owner is None or owner.definition is not op.region.parent:
            return None
        member = owner.own.get(meant(op))
        if member is None or member.kind not in ("method", "property"):
            return None
        return owner if member.op is op or _extends_property(op) else None

    def self_name(self, op: Op) -> str:
        """The first parameter of a method, if nothing in it binds the name again; else an empty string."""
        scope = op.regions[0].scope
        written = op.attrs["parameters"]
        if self.of_method(op) is None or scope is None or not written or written[0].startswith("*"):
            return ""
        name = str(written[0])
        rebound = name in scope.written_below or any(
            each.kind in BINDERS and name in bound_names(each) for each in walk(op.regions[0])
        )
        return "" if rebound else name

    def is_hidden(self, member: Member) -> bool:
        """Whether the module stores an attribute of this name on some object, which would hide a method."""
        return member.name in self.stored

    def with_method(self, name: str) -> list[Class]:
        """The classes that bind `name` themselves."""
        return [each for each in self.by_name.values() if name in each.own]


def _stored(op: Op) -> Iterable[str]:
    if op.kind in ("setattr", "delattr"):
        return (meant(op),)
    if op.kind == "annassign":
        target = op.regions[0].ops[-1]
        return (meant(target),) if target.kind == "store" and _is_in_class_body(op) else ()
    return ()


def _stored_by_members(owner: Class) -> set[str]:
    """The members that may store themselves on an instance, as a `cached_property` does."""
    return {name for name, member in owner.own.items() if member.kind == "other"} - owner.put_there


def _named_by(value: object) -> frozenset[str]:
    """The attributes that a text may name, for what takes it as a path, as the name of an option or as a key."""
    if type(value) is not str or any(map(str.isspace, value)):
        return frozenset()
    return names_in_text(value) | words_of(value.strip("-").replace("-", "_"))


def _defines(op: Op, name: str) -> bool:
    return op.kind == "def" and bool(op.attrs["name"] == name)


def _is_in_class_body(op: Op) -> bool:
    region = op.region
    while region is not None and region.scope is None:
        region = region.parent.region if region.parent is not None else None
    return region is not None and region.scope is not None and region.scope.kind == "class"


def meant(op: Op) -> str:
    """The attribute that an op, or a member that a `def` or load in a class body, means by its name."""
    name: str = op.attrs["name"]
    around = _class_around(op) if is_private(name) else None
    return name if around is None else mangled(around.attrs["name"], name)


def _is_told(op: Op) -> bool:
    """
    Whether an op makes a method to which the interpreter may give classes, or changes how they are created, or what
    `super` takes for the class that a function is written in.
    """
    if op.kind in ("setattr", "delattr"):
        return op.attrs["name"] in _TOLD or op.attrs["name"] in _CREATION_HOOKS
    if op.kind in ("global", "nonlocal"):
        return "__class__" in op.attrs["names"]
    if op.kind in ("def", "lambda") and "__class__" in words_of(" ".join(op.attrs["parameters"])):
        return True
    return op.kind in BINDERS and not (_TOLD | {"__class__"}).isdisjoint(bound_names(op))


def _class_around(op: Op) -> Op | None:
    """The class in whose body an op is written, at any depth."""
    region = op.region
    while region is not None and region.parent is not None:
        if region.parent.kind == "class":
            return region.parent
        region = region.parent.region
    return None


def _creators(facts: ModuleFacts) -> frozenset[str]:
    assert facts.scope is not None
    found = set()
    for name, ops in facts.bindings.items():
        if len(ops) > 1 or ops[0].kind != "store" or ops[0].region is not facts.module.body:
            continue
        value = ops[0].operands[0]
        if value.kind != "getattr" or value.attrs["name"] != "__new__" or name in facts.scope.written_below:
            continue
        if value.operands[0].attrs.get("name") == "object" and facts.is_builtin("object"):
            found.add(name)
    return frozenset(found)


def _namespace(op: Op, body: Region) -> bool:
    """Whether a binder stands in the namespace of a class body, not in a scope inside of it."""
    region = op.region
    while region is not None and region is not body:
        if region.scope is not None:
            return False
        region = region.parent.region if region.parent is not None else None
    return region is body


def _extends_property(op: Op) -> bool:
    """`@name.setter` and `@name.deleter`."""
    decorators = decorators_of(op)
    return len(decorators) == 1 and (
        decorators[0].kind == "getattr"
        and decorators[0].attrs["name"] in ("setter", "deleter")
        and decorators[0].operands[0].kind == "load"
        and decorators[0].operands[0].attrs["name"] == op.attrs["name"]
    )


def _is_of_python(op: Op) -> bool:
    """Whether an op imports from the standard library."""
    modules = op.attrs["names"] if op.kind == "import" else [op.attrs.get("module") or ""]
    return op.kind in ("import", "importfrom") and {each.partition(".")[0] for each in modules} <= _STANDARD


def _method_around(op: Op) -> Op | None:
    region = op.region
    while region is not None and region.parent is not None:
        if region.parent.kind in ("def", "lambda"):
            return region.parent if region.parent.kind == "def" else None
        region = region.parent.region
    return None
