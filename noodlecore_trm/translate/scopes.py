"""
Which slot each name means, by the rules of the language reference, section 4.2.

Names are collected while a file is translated and resolved once at its end, outermost scope
first, as the compiler's symbol table does. All ops of a scope that load or bind the same name
share one mapping of attributes, so that resolving costs a step for each name and not each op.
"""

from __future__ import annotations

from typing import Any, Final

from noodlecore_trm.ir.scope import Scope

SEES_NAMES: Final = frozenset(
    ("exec", "eval", "locals", "vars", "globals", "dir", "breakpoint", "_getframe", "currentframe", "_current_frames")
)
"""Names whose use means that variables can be seen or changed behind the code's back."""

SEES_FRAMES: Final = frozenset(("_getframe", "currentframe", "_current_frames", "f_locals"))
"""Attributes that do, of whatever object."""

Entry = dict[str, Any]


class Draft:
    """
    A scope that is still being collected.

    `names` maps each name, as written, to the attributes that its ops share: `name` and, once
    resolved, `scope`. `renamed` holds the private names among them, as the compiler stores them.
    """

    __slots__ = (
        "annotations", "bound", "children", "class_name", "computes", "generator", "global_names", "hidden", "names",
        "nonlocal_names", "parent", "renamed", "scope", "sees", "unused",
    )  # fmt: skip

    def __init__(self, scope: Scope, parent: Draft | None, class_name: str = "") -> None:
        self.scope = scope
        self.parent = parent
        self.class_name = class_name
        self.names: dict[str, Entry] = {}
        self.bound = scope.bound
        self.global_names: set[str] = set()
        self.nonlocal_names: set[str] = set()
        self.renamed: dict[str, str] = {}
        self.children: list[Draft] = []
        self.annotations: list[Draft] = []
        self.computes = False
        """Whether this is an annotation with more in it than names."""
        self.generator = False
        self.sees: list[str] = []
        """Names loaded here that may be builtins that see all variables."""
        self.hidden: list[Entry] = []
        """Entries of such names where they are bound, kept out of `names` so that a load shows."""
        self.unused: list[Entry] = []
        """Entries of names that stand in the code but mean nothing to the compiler."""

    def open(self, kind: str, name: str, parameters: tuple[str, ...] = ()) -> Draft:
        """Start a scope nested in this one."""
        scope = Scope(kind, name, self.scope, parameters)
        child = Draft(scope, self, name if kind == "class" else self.class_name)
        if parameters:
            scope.bound.update(parameters)
            if self.class_name:
                scope.parameters = tuple([child.key(parameter) for parameter in parameters])
        self.scope.children.append(scope)
        self.children.append(child)
        return child

    def annotation(self, *, computes: bool) -> Draft:
        """
        A scope for an annotation that is never evaluated (`from __future__ import annotations`).

        Its names are no uses, so it is not among the children. One that `computes` looks like code.
        """
        draft = Draft(Scope("function", "<annotation>", self.scope), self, self.class_name)
        draft.computes = computes
        self.annotations.append(draft)
        return draft

    def key(self, name: str) -> str:
        """The name as the compiler stores it: private names carry their class."""
        if name[:2] != "__" or not self.class_name or name[-2:] == "__" or "." in name:
            return name
        stripped = self.class_name.lstrip("_")
        if not stripped:
            return name
        self.renamed[name] = stored = f"_{stripped}{name}"
        return stored

    def use(self, name: str) -> Entry:
        """The attributes of ops that load a name."""
        entry = self.names.get(name)
        if entry is None:
            entry = self.names[name] = {"name": name, "scope": ""}
            if name[:2] == "__":
                self.key(name)
            elif name in SEES_NAMES:
                self.sees.append(name)
            elif name == "super" and self.scope.kind not in ("module", "class"):
                self.use("__class__")
        return entry

    def bind(self, name: str) -> Entry:
        """The attributes of ops that bind or unbind a name."""
        self.bound.add(name)
        entry = self.names.get(name)
        if entry is not None:
            return entry
        if name in SEES_NAMES:
            entry = {"name": name, "scope": ""}
            self.hidden.append(entry)
            return entry
        return self.use(name)

    def mention(self, name: str) -> Entry:
        """The attributes of an op whose name is neither loaded nor bound."""
        entry = {"name": name, "scope": ""}
        self.unused.append(entry)
        return entry

    def bind_outside(self, name: str) -> Entry:
        """The attributes of a walrus: comprehensions leave it to the scope around them."""
        home = self
        while home.scope.kind == "comprehension" and home.parent is not None:
            home = home.parent
        entry = self.bind(name)
        if home is not self:
            home.bind(name)
            is_global = home.scope.kind == "module" or name in home.global_names
            (self.global_names if is_global else self.nonlocal_names).add(name)
        return entry

    def suspends(self) -> None:
        """Note a `yield` or `await`; all comprehensions but generators hand it on."""
        draft: Draft | None = self
        while draft is not None:
            draft.scope.suspends = True
            if draft.scope.kind != "comprehension" or draft.generator:
                return
            draft = draft.parent

    def taint(self, reason: str) -> None:
        """Note that variables here and further out can be seen or changed from elsewhere."""
        scope: Scope | None = self.scope
        while scope is not None:
            scope.dynamic = scope.dynamic or reason
            scope = scope.parent


def resolve(draft: Draft) -> None:
    """Fill in the slots of a module's scope and of all below it, and the `scope` of every name."""
    _resolve(draft, {}, draft.scope)


def _resolve(draft: Draft, visible: dict[str, Scope], module: Scope) -> set[str]:
    """
    Resolve a scope, given the function that owns each name visible from outside.

    Returns the names that it, or one below it, takes from outside.
    """
    scope = draft.scope
    names = draft.names
    bound = scope.bound
    slots = scope.slots
    kind = scope.kind
    own = "global" if kind == "module" else "class" if kind == "class" else "local"
    free: set[str] = set()
    for entry in draft.hidden:
        names.setdefault(entry["name"], entry)
    if draft.renamed:
        bound |= {draft.renamed[name] for name in bound & draft.renamed.keys()}
    for parameter in scope.parameters:
        slots[parameter] = "local"
    if not visible and not draft.renamed and not draft.global_names and not draft.nonlocal_names:
        for name, entry in names.items():
            slots[name] = entry["scope"] = own if name in bound else "global"
    else:
        _look_up(draft, visible, module, own, free)
    for name in draft.sees:
        # A name bound anywhere in a function is never a builtin there, unless by an import; elsewhere it may be.
        owner = visible.get(name) if slots[name] == "free" else None
        if own != "local" or slots[name] == "global" or (owner is not None and owner.dynamic):
            draft.taint(f"uses {name}")
    if draft.children:
        _resolve_children(draft, visible, module, free)
    if draft.renamed:
        _alias(draft)
    for entry in (*draft.hidden, *draft.unused):
        entry["scope"] = slots.get(entry["name"], "global")
    for annotation in draft.annotations:
        for name, entry in annotation.names.items():
            entry["scope"] = slots.get(annotation.renamed.get(name, name), "global")
            if annotation.computes and kind != "module" and entry["scope"] in ("local", "cell", "free"):
                draft.taint("has an annotation that looks like code with its variables")
        for child in annotation.children:
            _resolve(child, {}, module)
    return free


def _look_up(draft: Draft, visible: dict[str, Scope], module: Scope, own: str, free: set[str]) -> None:
    slots = draft.scope.slots
    bound = draft.scope.bound
    renamed = draft.renamed
    for name, entry in draft.names.items():
        key = renamed.get(name, name)
        if name in draft.global_names:
            slot = "global"
            module.slots.setdefault(key, "global")
            if name in bound:
                module.written_below.add(key)
        elif name in draft.nonlocal_names:
            owner = visible.get(key)
            slot = "global" if owner is None else "free"
            if name in bound and owner is not None:
                owner.written_below.add(key)
        elif key in bound:
            slot = own
        else:
            slot = "free" if key in visible else "global"
        if slot == "free":
            free.add(key)
        slots[key] = entry["scope"] = slot


def _resolve_children(draft: Draft, visible: dict[str, Scope], module: Scope, free: set[str]) -> None:
    scope = draft.scope
    slots = scope.slots
    if scope.kind == "class":
        visible = {**visible, "__class__": scope}
    elif scope.kind != "module":
        visible = visible.copy()
        for key, slot in slots.items():
            if slot == "local":
                visible[key] = scope
            elif slot == "global":
                visible.pop(key, None)
    taken: set[str] = set()
    for child in draft.children:
        taken |= _resolve(child, visible, module)
    if scope.kind == "class":
        taken.discard("__class__")
    for key in sorted(taken):
        slot = slots.get(key, "")
        if slot == "local":
            slots[key] = "cell"
            if key in draft.names:
                draft.names[key]["scope"] = "cell"
        else:
            free.add(key)
            if not slot:
                slots[key] = "free"


def _alias(draft: Draft) -> None:
    """Make private names known as they are written, too; their scope must then be left alone."""
    scope = draft.scope
    for name, key in draft.renamed.items():
        if key not in scope.slots:
            continue
        slot = scope.slots[name] = scope.slots[key]
        if name in draft.names:
            draft.names[name]["scope"] = slot
        if key in scope.written_below:
            scope.written_below.add(name)
        if scope.kind != "class":
            around: Scope | None = scope
            while around is not None and around.kind != "module":
                around.dynamic = around.dynamic or f"uses the private name {name}"
                around = around.parent

