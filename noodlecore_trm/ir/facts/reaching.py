"""
Reaching definitions of the plain variables of one function, over structured control flow.

A definition is the op that binds the name, or one of the markers PARAMETER, UNBOUND and
`Refinement`. The header of a loop is given every definition of the loop's body at once, which
over-approximates the fixpoint in a single pass; handlers are entered with whatever the body of
their `try` may have bound before it raised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from noodlecore_trm.ir.facts.checks import Levels, read_checks
from noodlecore_trm.ir.op import Op, Region, everything, tree, walk
from noodlecore_trm.ir.scope import Scope


class Marker:
    """A definition that no op makes."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Refinement:
    """A variable in the arm of an `if` whose test has checked its exact type."""

    name: str
    levels: Levels
    test: Op
    before: Definitions
    """What the variable may have held when it was checked."""


PARAMETER: Final = Marker("PARAMETER")
UNBOUND: Final = Marker("UNBOUND")
UNKNOWN: Final = Marker("UNKNOWN")
INNER_PARAMETER: Final = Marker("INNER_PARAMETER")
"""A parameter of a lambda inside the function."""

Definition = Op | Marker | Refinement
Definitions = frozenset[Definition]
Environment = dict[str, Definitions]

_UNBOUND: Final[Definitions] = frozenset((UNBOUND,))
_UNKNOWN: Final[Definitions] = frozenset((UNKNOWN,))
_PARAMETER: Final[Definitions] = frozenset((PARAMETER,))
_INNER_PARAMETER: Final[Definitions] = frozenset((INNER_PARAMETER,))

BINDERS: Final = frozenset(
    ("store", "walrus", "def", "class", "import", "importfrom", "handler", "case", "delname")
)


def _ops_around(region: Region) -> Iterator[tuple[Op, bool]]:
    """Every op below a region but those of functions and classes, and whether it is in the region's own scope."""
    pending = [(region, True)]
    while pending:
        here, own = pending.pop()
        for op in here.ops:
            yield op, own
            for inner in op.regions:
                if inner.scope is None:
                    pending.append((inner, own))
                elif op.kind == "comprehension":
                    pending.append((inner, False))


def binds_a_name(root: Op) -> bool:
    """Whether an expression binds or unbinds a name anywhere in it."""
    return any(op.kind in BINDERS for op in everything(root))


def bound_names(op: Op) -> tuple[str, ...]:
    """The names an op of `BINDERS` binds or unbinds."""
    if op.kind in ("import", "importfrom", "case"):
        return tuple(op.attrs["binds"])
    name = op.attrs["name"]
    return (name,) if name else ()


def function_made_by(definition: Definition) -> Op | None:
    """The `def` or `lambda` that a definition binds its variable to."""
    if not isinstance(definition, Op):
        return None
    made = definition.operands[0] if definition.kind == "store" else definition
    return made if made.kind in ("def", "lambda") else None


def _ops_of(definitions: Definitions) -> Iterator[Op]:
    """The bindings among some definitions, and what was bound where a type was checked."""
    for each in definitions:
        if isinstance(each, Refinement):
            yield from _ops_of(each.before)
        elif isinstance(each, Op):
            yield each


class Reaching:
    """
    Definitions reaching each load, for the variables in `private`.

    `of[load]` exists for every load of a private name of the function, and of the variables of
    its comprehensions; other loads are absent. `uses[definition]` is the inverse for ops; it also
    holds the `case` ops whose patterns read the variable, and each `del` of it, which needs it bound.
    `after[loop or statement]` is not kept: ask `Function.live_after`.
    """

    def __init__(
        self, body: Region, scope: Scope, private: frozenset[str], is_builtin: Callable[[str], bool]
    ) -> None:
        self._is_builtin = is_builtin
        self._others: list[tuple[Op, Definitions]] = []
        self.of: dict[Op, Definitions] = {}
        self.uses: dict[Op, list[Op]] = {}
        self.all: dict[str, set[Definition]] = {name: set() for name in private}
        self.around: dict[Op, Environment] = {}
        """What reaches each lambda, and each load that can only mean one certain function of its own."""
        self._private = private
        self._collectors: list[Environment] = []
        self._jumps: list[dict[str, list[Environment]]] = [{}]
        self._scopes: list[tuple[Scope, str, Region]] = [(scope, "", body)]
        self._fresh = 0
        self._optional: set[Op] = set()
        """What `python -O` leaves out with its `assert`."""
        for name, op in self._bindings(body):
            self.all[name].add(op)
        environment: Environment = dict.fromkeys(private, _UNBOUND)
        for name in scope.parameters:
            if name in private:
                environment[name] = _PARAMETER
                self.all[name].add(PARAMETER)
        self.completes = self._region(body, environment) is not None
        """Whether control may get to the end of the body."""
        for load, definitions in (*self.of.items(), *self._others):
            for definition in dict.fromkeys(_ops_of(definitions)):
                self.uses.setdefault(definition, []).append(load)

    # names

    def _bindings(self, region: Region) -> Iterator[tuple[str, Op]]:
        """Every (private name, op) bound below a region, in the function's own scope."""
        for op, own in _ops_around(region):
            if op.kind == "assert":
                self._optional.update(each for each in tree(op) if each.kind == "walrus")
            if op.kind in BINDERS and (own or op.kind == "walrus"):
                for name in bound_names(op):
                    if name in self._private:
                        yield name, op

    def _key(self, op: Op) -> str | None:
        """The environment's key for the variable that a name op means, None if untracked."""
        name: str = op.attrs["name"]
        kind = op.attrs["scope"]
        if kind == "global" and self._scopes[0][0].kind != "module":
            return None
        for scope, suffix, _ in reversed(self._scopes):
            slot = scope.slots.get(name)
            if suffix:
                if slot in ("local", "cell") and (op.kind != "walrus" or scope.kind != "comprehension"):
                    return name + suffix
            elif name in self._private and (slot in ("local", "cell") or scope.kind == "module"):
                return name
        return None

    # flow: each method returns the environment afterwards, or None if control never gets there

    def _define(self, environment: Environment, key: str, definition: Definition, weak: bool) -> None:
        new = frozenset((definition,))
        environment[key] = environment.get(key, _UNBOUND) | new if weak else new
        for collector in self._collectors:
            collector[key] = collector.get(key, _UNBOUND) | new

    def _region(self, region: Region, environment: Environment | None, weak: bool = False) -> Environment | None:
        for op in region.ops:
            if environment is None:
                return None
            kind = op.kind
            if kind == "load":
                key = self._key(op)
                if key is not None:
                    self.of[op] = definitions = environment.get(key, _UNKNOWN)
                    if len(definitions) == 1 and function_made_by(*definitions) is not None:
                        self.around[op] = dict(environment)
            elif kind in ("store", "walrus"):
                key = self._key(op)
                if key is not None:
                    unsure = kind == "walrus" and (len(self._scopes) > 1 or op in self._optional)
                    self._define(environment, key, op, weak or unsure)
            elif op.regions:
                environment = _FLOW.get(kind, Reaching._conditional)(self, op, environment)
            elif kind in ("break", "continue", "return", "raise"):
                self._jumps[-1].setdefault(kind, []).append(environment)
                return None
            elif kind in BINDERS:
                for name in bound_names(op):
                    if name in self._private:
                        if kind == "delname":
                            self._others.append((op, environment.get(name, _UNKNOWN)))
                        self._define(environment, name, UNBOUND if kind == "delname" else op, weak)
        return environment

    def _conditional(self, op: Op, environment: Environment) -> Environment:
        """Lazy and target regions of an expression or an assignment."""
        weak = op.kind not in ("assign", "unpack", "annassign")
        for region in op.regions:
            self._region(region, environment, weak)
        return environment

    def _annotation(self, op: Op, environment: Environment) -> Environment:
        """`x: int` alone binds nothing; an annotation may never be evaluated."""
        if op.operands or op.regions[0].ops[-1].kind != "store":
            self._region(op.regions[0], environment)
        self._region(op.regions[1], environment, True)
        return environment

    def _deferred(self, op: Op, environment: Environment) -> Environment:
        """A body that runs later: what it reads may be any definition."""
        if op.kind == "lambda":
            self.around[op] = dict(environment)
            anytime: Environment = {name: self._anytime(name) | _UNBOUND for name in self._private}
            self._inner(op.regions[0], anytime)
        else:
            for name in bound_names(op):
                if name in self._private:
                    self._define(environment, name, op, False)
        return environment

    def _anytime(self, name: str) -> Definitions:
        """Every definition of a name, as code sees them that runs at some time after the first."""
        everywhere = self.all[name]
        if any(isinstance(each, Op) and each.kind in ("delname", "handler") for each in everywhere):
            return frozenset(everywhere) | _UNBOUND
        return frozenset(everywhere)

    def _inner(self, region: Region, environment: Environment) -> None:
        assert region.scope is not None
        self._fresh += 1
        suffix = f".{self._fresh}"
        for name in region.scope.parameters:
            environment[name + suffix] = _INNER_PARAMETER
        self._scopes.append((region.scope, suffix, region))
        self._jumps.append({})
        self._region(region, environment)
        self._jumps.pop()
        self._scopes.pop()

    def _comprehension(self, op: Op, environment: Environment) -> Environment:
        if op.attrs["type"] == "generator":
            anytime = dict(environment)
            for name in self._private:
                anytime[name] = self._anytime(name) | environment.get(name, _UNKNOWN)
            for _, suffix, region in self._scopes[1:]:
                for each in walk(region):
                    if each.kind in ("store", "walrus") and each.attrs["name"] + suffix in anytime:
                        anytime[each.attrs["name"] + suffix] |= {each}
            self._inner(op.regions[0], anytime)
        else:
            self._inner(op.regions[0], environment)
        return environment

    def _comp_for(self, op: Op, environment: Environment) -> Environment:
        function = next(suffix for scope, suffix, _ in reversed(self._scopes) if scope.kind != "comprehension")
        for each, own in _ops_around(op.regions[-1]):
            if each.kind == "walrus" or (each.kind == "store" and own):
                key = each.attrs["name"] + (self._scopes[-1][1] if each.kind == "store" else function)
                if key in environment:
                    environment[key] |= {each}  # what one turn binds, the next may read
        for region in op.regions:
            self._region(region, environment)
        return environment

    def _if(self, op: Op, environment: Environment) -> Environment | None:
        then = dict(environment)
        for check in read_checks(op.operands[0], self._is_builtin):
            if check.name in self._private and check.scope != "global" and self._scopes[-1][1] == "":
                before = _without_checks(environment.get(check.name, _UNKNOWN))
                then[check.name] = frozenset((Refinement(check.name, check.levels, op, before),))
        return _join(self._region(op.regions[0], then), self._region(op.regions[1], environment))

    def _with_loop_definitions(self, op: Op, environment: Environment) -> Environment:
        header = dict(environment)
        for region in op.regions[:2]:
            for name, definition in self._bindings(region):
                markers: set[Definition] = {UNBOUND if definition.kind == "delname" else definition}
                if definition.kind == "handler":
                    markers.add(UNBOUND)  # the name is deleted when the handler ends
                header[name] = header.get(name, _UNBOUND) | markers
        return header

    def _loop(self, op: Op, environment: Environment) -> Environment | None:
        header = self._with_loop_definitions(op, environment)
        self._jumps.append({})
        first, body, orelse = op.regions
        entry = dict(header)
        self._region(first, entry)
        leaving = dict(header) if op.kind == "for" else dict(entry)
        self._region(body, entry)
        jumps = self._jumps.pop()
        self._pass_on(jumps, ("return", "raise"))
        after: Environment | None = leaving
        if op.kind == "while" and first.result.kind == "constant" and first.result.attrs["value"] is True:
            after = None
        if after is not None:
            after = self._region(orelse, after)
        for broken in jumps.get("break", ()):
            after = _join(after, broken)
        return after

    def _pass_on(self, jumps: dict[str, list[Environment]], kinds: tuple[str, ...]) -> None:
        for kind in kinds:
            if kind in jumps:
                self._jumps[-1].setdefault(kind, []).extend(jumps[kind])

    def _try(self, op: Op, environment: Environment) -> Environment | None:
        body, handlers, orelse, final = op.regions
        outer: Environment = dict(environment)
        if final.ops:
            self._collectors.append(outer)
            self._jumps.append({})
        inner: Environment = dict(environment)
        self._collectors.append(inner)
        normal = self._region(body, dict(environment))
        self._collectors.pop()
        if normal is not None:
            normal = self._region(orelse, normal)
        arriving: Environment = dict(inner)
        if op.attrs["star"]:
            self._collectors.append(inner)  # a group may be handled by several, whatever became of those before
        for handler in handlers.roots():
            arriving = _merge(arriving, inner) if op.attrs["star"] else arriving
            self._region(handler.regions[0], arriving)
            normal = _join(normal, self._handler(handler, dict(arriving)))
        if op.attrs["star"]:
            self._collectors.pop()
        if final.ops:
            self._collectors.pop()
            jumps = self._jumps.pop()
            entry = dict(outer)
            for environments in ([normal] if normal is not None else [], *jumps.values()):
                for arriving in environments:
                    entry = _merge(entry, arriving)
            done = self._region(final, entry)
            for kind in jumps:
                if done is not None:
                    self._jumps[-1].setdefault(kind, []).append(done)
            normal = dict(done) if normal is not None and done is not None else None
        return normal

    def _handler(self, op: Op, environment: Environment) -> Environment | None:
        """The name of an exception is deleted however its handler is left."""
        name = op.attrs["name"]
        if not name or name not in self._private:
            return self._region(op.regions[1], environment)
        self._define(environment, name, op, False)
        self._define(dict(environment), name, UNBOUND, True)
        self._jumps.append({})
        after = self._region(op.regions[1], environment)
        for kind, environments in self._jumps.pop().items():
            left = [each | {name: _UNBOUND} for each in environments]
            self._jumps[-1].setdefault(kind, []).extend(left)
        return None if after is None else after | {name: _UNBOUND}

    def _with(self, op: Op, environment: Environment) -> Environment | None:
        swallowed: Environment = dict(environment)
        self._collectors.append(swallowed)
        self._region(op.regions[0], environment)
        self._collectors.pop()
        swallowed = _merge(swallowed, environment)
        self._collectors.append(swallowed)
        normal = self._region(op.regions[1], environment)
        self._collectors.pop()
        return _join(normal, swallowed)

    def _match(self, op: Op, environment: Environment) -> Environment | None:
        after: Environment | None = None
        failing = environment
        for case in op.regions[0].roots():
            for name in case.attrs["reads"]:
                if name in self._private:
                    self._others.append((case, failing.get(name, _UNKNOWN)))
            for name in bound_names(case):
                if name in self._private:
                    self._define(failing, name, case, True)
            matched = dict(failing)
            self._region(case.regions[0], matched)
            failing = _merge(failing, matched)
            after = _join(after, self._region(case.regions[1], matched))
        return _join(after, failing)


def _merge(left: Environment, right: Environment) -> Environment:
    for key, definitions in right.items():
        mine = left.get(key)
        if mine is None:
            left[key] = definitions
        elif mine is not definitions and mine != definitions:
            left[key] = mine | definitions
    return left


def _without_checks(definitions: Definitions) -> Definitions:
    """The same, without what earlier checks have said of definitions that may have got here unchecked, too."""
    return frozenset(
        each for each in definitions if not (isinstance(each, Refinement) and each.before <= definitions)
    )


def _join(left: Environment | None, right: Environment | None) -> Environment | None:
    if left is None:
        return right
    if right is None:
        return left
    return _merge(dict(left), right)


_FLOW = {
    "annassign": Reaching._annotation,
    "if": Reaching._if,
    "for": Reaching._loop,
    "while": Reaching._loop,
    "try": Reaching._try,
    "with": Reaching._with,
    "match": Reaching._match,
    "comprehension": Reaching._comprehension,
    "comp_for": Reaching._comp_for,
    "comp_if": Reaching._comp_for,
    "lambda": Reaching._deferred,
    "def": Reaching._deferred,
    "class": Reaching._deferred,
}


def private_names(scope: Scope) -> frozenset[str]:
    """Variables of a function that only its own code binds."""
    return frozenset(
        name
        for name, slot in scope.slots.items()
        if slot == "local" or (slot == "cell" and name not in scope.written_below)
    )

