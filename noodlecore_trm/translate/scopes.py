"""
Which slot each name means, by the rules of the language reference, section 4.2.

Names are collected while a file is translated and resolved once at its end, outermost scope
first, as the compiler's symbol table does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from noodlecore_trm.ir.scope import Scope

SEES_NAMES: Final = frozenset(
    ("exec", "eval", "locals", "vars", "globals", "dir", "breakpoint", "_getframe", "currentframe")
)
"""Names whose use means that variables can be seen or changed behind the code's back."""


@dataclass(eq=False, slots=True)
class Draft:
    """A scope that is still being collected."""

    scope: Scope
    parent: Draft | None
    loaded: set[str] = field(default_factory=set)
    global_names: set[str] = field(default_factory=set)
    nonlocal_names: set[str] = field(default_factory=set)
    pending: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    """Attributes of name ops and the mangled name to look up for each."""
    pending_binds: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    """Attributes of imports, a pair for each name they bind."""
    children: list[Draft] = field(default_factory=list)
    class_name: str = ""

    def open(self, kind: str, name: str, parameters: tuple[str, ...] = ()) -> Draft:
        """Start a scope nested in this one."""
        scope = Scope(kind, name, self.scope, parameters)
        scope.bound.update(parameters)
        self.scope.children.append(scope)
        child = Draft(scope, self, class_name=name if kind == "class" else self.class_name)
        self.children.append(child)
        return child

    def mangled(self, name: str) -> str:
        """The name as the compiler stores it: private names carry their class."""
        if not name.startswith("__") or not self.class_name or name.endswith("__") or "." in name:
            return name
        stripped = self.class_name.lstrip("_")
        return f"_{stripped}{name}" if stripped else name

    def taint(self, reason: str) -> None:
        """Note that variables here and further out can be seen from elsewhere."""
        draft: Draft | None = self
        while draft is not None:
            draft.scope.dynamic = draft.scope.dynamic or reason
            draft = draft.parent

    def walrus_home(self) -> Draft:
        """The scope a walrus written here binds in."""
        draft = self
        while draft.scope.kind == "comprehension" and draft.parent is not None:
            draft = draft.parent
        return draft


def resolve(draft: Draft) -> None:
    """Fill in the slots of a scope and of all below it, and the `scope` of every name op."""
    pending = [draft]
    order = []
    while pending:
        here = pending.pop()
        order.append(here)
        pending.extend(reversed(here.children))
    for here in order:
        _resolve_own(here)
    for here in order:
        slots = here.scope.slots
        for attrs, name in here.pending:
            attrs["scope"] = slots[name]
            written = attrs["name"]
            if written not in slots:
                slots[written] = slots[name]
        for attrs, name in here.pending_binds:
            attrs["scope"] = (*attrs["scope"], slots[name])


def _resolve_own(draft: Draft) -> None:
    scope = draft.scope
    for name in draft.loaded | scope.bound | draft.global_names | draft.nonlocal_names:
        scope.slots[name] = _slot(draft, name)


def _slot(draft: Draft, name: str) -> str:
    scope = draft.scope
    if scope.kind == "module":
        return "global"
    if name in draft.global_names:
        if name in scope.bound:
            _module(draft).written_below.add(name)
        return "global"
    if name in scope.bound and name not in draft.nonlocal_names:
        return "class" if scope.kind == "class" else scope.slots.get(name, "local")
    writes = name in draft.nonlocal_names and name in scope.bound
    between = []
    outer = draft.parent
    while outer is not None and outer.scope.kind != "module":
        if name in outer.global_names and outer.scope.kind != "class":
            if writes:
                _module(draft).written_below.add(name)
            return "global"
        if outer.scope.kind == "class":
            if name == "__class__":
                return "free"
        elif name in outer.scope.bound and name not in outer.nonlocal_names:
            outer.scope.slots[name] = "cell"
            if writes:
                outer.scope.written_below.add(name)
            for passed in between:
                passed.scope.slots.setdefault(name, "free")
            return "free"
        between.append(outer)
        outer = outer.parent
    if writes:
        _module(draft).written_below.add(name)
    return "global"


def _module(draft: Draft) -> Scope:
    while draft.parent is not None:
        draft = draft.parent
    return draft.scope
