"""Namespaces: which slot a name means where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

OF_THE_CLASS: Final = frozenset(("super", "__class__"))
"""Names that lead to the class in whose functions they are written, and to no other."""

BUILTINS: Final = frozenset(("builtins", "__builtins__"))
"""Names of the module that has the builtins as its attributes."""

MAY_BE_GLOBAL: Final = ("global", "class")
"""Slots of a load that may mean a global: what a class body has not bound yet is looked up there."""


def is_private(name: str) -> bool:
    """Whether a name, written in a class, means another one that carries the name of the class."""
    return name.startswith("__") and not name.endswith("__")


def mangled(owner: str, name: str) -> str:
    """What a name means that is written in a class called `owner`."""
    bare = owner.lstrip("_")
    return f"_{bare}{name}" if bare and is_private(name) else name


@dataclass(eq=False, slots=True)
class Scope:
    """
    One namespace: of a module, class, function, lambda or comprehension.

    `slots` maps each name used here to the kind of its slot, by the rules of the language
    reference, section 4.2 (and as `symtable` computes them): `local`; `cell`, a local that a
    nested scope reads or writes; `free`, a cell of an enclosing scope; `global`, a global or
    builtin; `class`, a name bound in a class body. Names are mangled where Python mangles them.
    """

    kind: str  # module | class | function | lambda | comprehension
    name: str
    parent: Scope | None
    parameters: tuple[str, ...] = ()
    slots: dict[str, str] = field(default_factory=dict)
    bound: set[str] = field(default_factory=set)
    """Names this scope itself binds (assignment, import, def, for, with, except, del, ...)."""
    written_below: set[str] = field(default_factory=set)
    """Names of this scope that a nested scope may rebind (`nonlocal`, walrus in a comprehension;
    for a module: `global`)."""
    children: list[Scope] = field(default_factory=list)
    dynamic: str = ""
    """Why names here can be seen or changed behind the code's back (`exec`, `locals`, ...)."""
    suspends: bool = False
    """Whether the body holds `yield` or `await`."""

    @property
    def qualname(self) -> str:
        parts: list[str] = []
        scope: Scope | None = self
        while scope is not None and scope.kind != "module":
            parts.append(scope.name)
            if scope.parent is not None and scope.parent.kind in ("function", "lambda"):
                parts.append("<locals>")
            scope = scope.parent
        return ".".join(reversed(parts)) or "<module>"

    def walk(self) -> Iterator[Scope]:
        yield self
        for child in self.children:
            yield from child.walk()

    def names(self) -> set[str]:
        """Every name used in this scope or below it."""
        found: set[str] = set()
        for scope in self.walk():
            found |= scope.slots.keys()
        return found
