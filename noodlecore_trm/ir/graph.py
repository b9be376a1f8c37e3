"""
A function as a networkx graph, for people and tools that think in graphs.

The graph is a view, made on request and thrown away; the ops stay the store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from noodlecore_trm.ir.op import Op, Region, walk
from noodlecore_trm.ir.scope import Scope, mangled

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped]

EDGES: Final = ("data", "order", "region", "slot", "control")

Slot = tuple[int, str]
"""A variable: the identity of the scope that owns it (0 for globals) and its name."""


def to_networkx(function: Op, edges: Iterable[str] = EDGES) -> networkx.MultiDiGraph[int]:
    """
    The ops of a `def` (or of any op with regions) as a `networkx.MultiDiGraph`.

    Nodes are numbered in order of evaluation, the function being 0; each has its `kind`, its
    `attrs` and its `origin`. An edge has the key and the attribute `kind`, one of

    - `data`: an operand to its consumer, with the `index` of the operand;
    - `order`: an op to the next one of its region;
    - `region`: an op to the ops of its regions, with the `index` of the region;
    - `slot`: an op that binds a variable to an op that reads it and may see what it bound. The
      function itself binds its parameters. Nothing is said about which binding is seen;
    - `control`: `break` and `continue` to their loop, `return` to its `def`, `raise` to the
      handlers of the `try` around it or, without one, to its `def`. With a `finally` on the
      way, the completion passes there first; that is not drawn.

    Raises ValueError for an unknown name in `edges`. Imports networkx when called.
    """
    wanted = set(edges)
    if not wanted <= set(EDGES):
        raise ValueError(f"unknown edges: {', '.join(sorted(wanted - set(EDGES)))}; there are {', '.join(EDGES)}")
    import networkx

    graph: networkx.MultiDiGraph[int] = networkx.MultiDiGraph()
    numbers: dict[Op, int] = {}
    for op in (function, *(op for region in function.regions for op in walk(region))):
        graph.add_node(len(numbers), kind=op.kind, attrs=dict(op.attrs), origin=op.origin)
        numbers[op] = len(numbers)

    def connect(source: Op, target: Op, kind: str, **attrs: Any) -> None:
        graph.add_edge(numbers[source], numbers[target], kind=kind, **attrs)

    if "data" in wanted:
        for op in numbers:
            for index, operand in enumerate(op.operands):
                if operand in numbers:  # the decorators and defaults of the function itself are not
                    connect(operand, op, "data", index=index)
    for op in numbers:
        for index, region in enumerate(op.regions):
            if "region" in wanted:
                for inner in region.ops:
                    connect(op, inner, "region", index=index)
            if "order" in wanted:
                for before, after in zip(region.ops, region.ops[1:], strict=False):
                    connect(before, after, "order")
    if "slot" in wanted:
        _connect_slots(function, connect)
    if "control" in wanted:
        for op in numbers:
            if op.kind in _TARGETS:
                for target in _targets(op):
                    if target in numbers:
                        connect(op, target, "control")
    return graph


def _connect_slots(function: Op, connect: Any) -> None:
    bindings: dict[Slot, list[Op]] = defaultdict(list)
    reads: list[tuple[Slot, Op]] = []
    outer = None if function.region is None else _scope_around(function.region)
    work: list[tuple[Region, Scope | None]] = []

    def enter(op: Op, scope: Scope | None) -> None:
        for region in op.regions:
            inner = region.scope or scope
            if region.scope is not None:
                for name in region.scope.parameters:
                    bindings[_slot(region.scope, name, "local")].append(op)
            work.append((region, inner))

    enter(function, outer)
    while work:
        region, scope = work.pop()
        for op in region.ops:
            for name, slot in _bound(op, scope):
                bindings[_slot(scope, name, slot)].append(op)
            for name, slot in _read(op, scope):
                reads.append((_slot(scope, name, slot), op))
            enter(op, scope)
    for variable, op in reads:
        for binding in bindings.get(variable, ()):
            connect(binding, op, "slot", name=variable[1])


def _scope_around(region: Region) -> Scope | None:
    here: Region | None = region
    while here is not None and here.scope is None:
        here = None if here.parent is None else here.parent.region
    return None if here is None else here.scope


def _slot(scope: Scope | None, name: str, slot: str) -> Slot:
    """Where a variable lives; a free one in the function that has it as a cell."""
    name = _mangled(scope, name)
    if slot == "global" or scope is None:
        return 0, name
    if slot == "free":
        owner = scope.parent
        while owner is not None and (owner.kind == "class" or owner.slots.get(name) not in ("local", "cell")):
            owner = owner.parent
        return (id(owner) if owner is not None else 0), name
    if scope.kind == "module":
        return 0, name
    return id(scope), name


def _mangled(scope: Scope | None, name: str) -> str:
    """The name as its class makes it private; parameters are listed in this form."""
    while scope is not None:
        if scope.kind == "class":
            return mangled(scope.name, name)
        scope = scope.parent
    return name


def _bound(op: Op, scope: Scope | None) -> Iterator[tuple[str, str]]:
    attrs = op.attrs
    match op.kind:
        case "store" | "walrus" | "def" | "class":
            yield attrs["name"], attrs["scope"]
        case "handler" if attrs["name"]:
            yield attrs["name"], attrs["scope"]
        case "import" | "importfrom":
            yield from zip(attrs["binds"], attrs["scope"], strict=False)
        case "case":
            yield from ((name, _kind_of(scope, name)) for name in attrs["binds"])
        case "opaque" | "opaque_expr":
            yield from ((name, _kind_of(scope, name)) for name in attrs["writes"])


def _read(op: Op, scope: Scope | None) -> Iterator[tuple[str, str]]:
    attrs = op.attrs
    match op.kind:
        case "load" | "delname":
            yield attrs["name"], attrs["scope"]
        case "case" | "opaque" | "opaque_expr":
            yield from ((name, _kind_of(scope, name)) for name in attrs["reads"])


def _kind_of(scope: Scope | None, name: str) -> str:
    return "global" if scope is None else scope.slots.get(name, "global")


_TARGETS: Final = frozenset({"break", "continue", "return", "raise"})


def _targets(op: Op) -> list[Op]:
    """The ops that an abrupt completion leads to."""
    region = op.region
    while region is not None and region.parent is not None:
        parent = region.parent
        match op.kind, parent.kind:
            case (("break" | "continue"), ("for" | "while")) if region is parent.regions[1]:
                return [parent]
            case (("return" | "raise"), "def"):
                return [parent]
            case "raise", "try" if region is parent.regions[0] and parent.regions[1].ops:
                return [*parent.regions[1].ops]
        region = parent.region
    return []
