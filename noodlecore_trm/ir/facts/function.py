"""A function as rules see it: its ops, and the overlays that say what is known about them."""

from __future__ import annotations

import keyword
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Final

from noodlecore_trm.ir.dialect import CALL, CONTROL, PURE, RAISE, READ_SLOT, SPECS, SUSPEND, WRITE_HEAP, WRITE_SLOT
from noodlecore_trm.ir.facts.arms import Look, find_looks
from noodlecore_trm.ir.facts.atoms import (
    ANYTHING,
    CONTAINERS,
    NONE,
    NOTHING,
    SCALARS,
    Atom,
    Site,
    Summary,
    Value,
    is_plain,
    iterators_in,
    type_name,
)
from noodlecore_trm.ir.facts.bounds import in_bounds, range_arguments
from noodlecore_trm.ir.facts.builtins import BUILTIN_NAMES
from noodlecore_trm.ir.facts.checks import read_checks, read_globals
from noodlecore_trm.ir.facts.classes import Classes
from noodlecore_trm.ir.facts.instances import Instances
from noodlecore_trm.ir.facts.leaves import (
    Callee,
    Leaf,
    bind_arguments,
    checked_identities,
    find_callee,
    find_leaf,
    guarding_tests,
    shares_globals,
    understood,
)
from noodlecore_trm.ir.facts.observed import NothingObserved, Observed
from noodlecore_trm.ir.facts.reaching import (
    BINDERS,
    PARAMETER,
    UNBOUND,
    UNKNOWN,
    Definitions,
    Reaching,
    Refinement,
    bound_names,
    function_made_by,
    private_names,
)
from noodlecore_trm.ir.facts.reflection import finds_itself, looks_at_all, runs_texts, sets_builtins
from noodlecore_trm.ir.facts.summaries import Premise, Summaries
from noodlecore_trm.ir.facts.values import Values
from noodlecore_trm.ir.op import Module, Op, Region, all_below, everything, running, runs_its_regions, tree, walk
from noodlecore_trm.ir.scope import BUILTINS, OF_THE_CLASS, Scope, is_private
from noodlecore_trm.ir.shapes import names_in_pattern, names_in_text, words_of

NO_PREMISE: Final = Premise()
_NOT_NEW: Final = BUILTIN_NAMES | frozenset(keyword.kwlist)
_BINDING: Final = ("exec", "eval")
_NAMESPACES: Final = ("globals", "locals", "vars")
_OF_GLOBALS: Final = frozenset(("__globals__", "__builtins__", "f_globals", "f_locals"))
"""Attributes that are a namespace of globals or builtins, or may be one: the frame of a module has nothing else."""
_READING: Final = ("get", "keys", "values", "items", "copy")
_MOST_ARMS = 8
"""Arms of a function that are looked at each on its own."""
_LOOPS = ("for", "while", "comp_for")
_INDEXED = ("getitem", "setitem")
_TWO_BLOCKS = ("try", "with", "handler")
MOST_BLOCKS: Final = 20
_PLAIN = frozenset(("binary", "getitem", "slice", "unary"))
"""They have at most one attribute each."""


def constant_key(value: object) -> tuple[type, object]:
    """Equal for constants that nothing can tell apart: not for 0.0 and -0.0, 1 and True."""
    return type(value), value if isinstance(value, (int, str, bytes)) else repr(value)


class ModuleFacts:
    """
    What all functions of a module share: shadowed builtins, names in use, module-level functions.

    With `trust_builtins` off, no name is taken to mean a builtin. With `closed_world` on, nothing
    outside of the module rebinds its functions. `observed` is what a profile has seen, which is no fact.
    """

    def __init__(
        self,
        module: Module,
        *,
        trust_builtins: bool = True,
        closed_world: bool = False,
        observed: Observed | None = None,
    ) -> None:
        self.module = module
        self.trust_builtins = trust_builtins
        self.closed_world = closed_world and not runs_texts(module)
        self.observed: Observed = observed or NothingObserved()
        self.scope = module.body.scope
        assert self.scope is not None
        self._callees: dict[str, Callee | None] = {}
        self._leaves: dict[str, Leaf | None] = {}
        self._quiet: dict[Op, bool] = {}
        self._sharing: dict[Op, tuple[bool, bool]] = {}
        self.summaries = Summaries(lambda definition, premise: Function(self, definition, premise=premise))

    @cached_property
    def rebound(self) -> frozenset[str]:
        """Global names that this module binds anywhere."""
        assert self.scope is not None
        return frozenset(self.scope.bound | self.scope.written_below)

    @cached_property
    def names(self) -> set[str]:
        """Every name written in the module."""
        assert self.scope is not None
        return self.scope.names()

    @cached_property
    def taken(self) -> set[str]:
        """What a new name of the module must not be: names, and words that may ask for an attribute or a submodule."""
        return self.names.union(part for word in self.module.words or () for part in word.split("."))

    @cached_property
    def star_import(self) -> bool:
        pending = [self.module.body]  # nowhere else may one stand
        while pending:
            for op in pending.pop().ops:
                if op.kind == "importfrom" and "*" in op.attrs["names"]:
                    return True
                pending.extend(region for region in op.regions if region.scope is None)
        return False

    @cached_property
    def bindings(self) -> dict[str, list[Op]]:
        """Ops of module level (at any depth of its control flow) that bind each global name."""
        found: dict[str, list[Op]] = {}
        pending = [self.module.body]
        while pending:
            for op in pending.pop().ops:
                if op.kind in BINDERS:
                    for name in bound_names(op):
                        found.setdefault(name, []).append(op)
                pending.extend(region for region in op.regions if region.scope is None)
        return found

    @cached_property
    def constants(self) -> dict[str, str]:
        """The types of what is written down for globals that the module binds once; others may bind them again."""
        assert self.scope is not None
        found = {}
        for name, bound in self.bindings.items():
            if len(bound) == 1 and bound[0].kind == "store" and name not in self.scope.written_below:
                value = bound[0].operands[0]
                if value.kind == "constant" and type(value.attrs["value"]).__name__ in SCALARS:
                    found[name] = type(value.attrs["value"]).__name__
        return found

    @cached_property
    def classes(self) -> Classes:
        """The classes of module level that are understood."""
        return Classes(self)

    def callee(self, name: str) -> Callee | None:
        """The function of this module that a global name is bound to, see `leaves`."""
        if name not in self._callees:
            self._callees[name] = find_callee(self, name)
        return self._callees[name]

    def leaf(self, name: str) -> Leaf | None:
        """The leaf function a global name is bound to, see `leaves`."""
        if name not in self._leaves:
            self._leaves[name] = None  # while it is being looked at: a function that calls itself is no leaf
            callee = self.callee(name)
            self._leaves[name] = None if callee is None else find_leaf(self, callee)
        return self._leaves[name]

    def may_be_quiet(self, callee: Callee) -> bool:
        """Whether there may be arguments for which a call of the function runs no foreign code."""
        definition = callee.definition
        if definition not in self._quiet:
            loud = any(map(self._is_loud, running(definition.regions[-1])))
            self._quiet[definition] = not loud and not self._least_effects(callee) & CALL
        return self._quiet[definition]

    def _is_loud(self, op: Op) -> bool:
        """Whether an op runs foreign code whatever the arguments of its function are: seen at once, where it stands."""
        holder = op.operands[0] if op.kind in ("call", "getattr") else None
        if holder is None or holder.kind != "load" or holder.attrs["scope"] != "global":
            return False
        name = holder.attrs["name"]
        if op.kind == "getattr":
            return name not in self.constants
        return not self.is_builtin(name) and self.callee(name) is None

    def _least_effects(self, callee: Callee) -> int:
        """What a call does whatever the arguments are."""
        function = Function(self, callee.definition, premise=Premise(None, frozenset(self.constants.items())))
        return function.summarise(dict.fromkeys(callee.parameters, NOTHING), ()).effects

    def shares_globals(self, callee: Callee) -> tuple[bool, bool]:
        """Whether a function may see, or change, a global variable, see `leaves`."""
        if callee.definition not in self._sharing:
            self._sharing[callee.definition] = shares_globals(self, callee)
        return self._sharing[callee.definition]

    def identities(self, test: Op) -> list[str]:
        """The functions that a test pins, see `leaves`."""
        return checked_identities(self, test)

    def premise(self, test: Op) -> Premise:
        """What a test says about globals, for as long as nothing foreign runs."""
        written = [(name, kinds, self.constants.get(name, "")) for name, kinds in read_globals(test, self.is_builtin)]
        seen = frozenset((name, kind) for name, kinds, kind in written if kinds == {kind})
        return Premise(frozenset(self.identities(test)), seen)

    def is_builtin(self, name: str) -> bool:
        """Whether a global load of `name` means the builtin: stated assumption of tier S0."""
        known = self.trust_builtins and name in BUILTIN_NAMES and name not in self.rebound
        return known and not self.star_import and not self.may_bind_unseen

    @cached_property
    def may_bind_unseen(self) -> bool:
        """
        Whether the module may bind globals or builtins that it does not name: `exec`, or `globals()["len"] = f`.

        It is looked through once, as it is when that is asked first: no rewrite makes more of it.
        """
        if self.module.binds_unseen is None:
            binding = self.module.says(*_OF_GLOBALS, *_BINDING, *_NAMESPACES) and any(
                map(_binds_unseen, walk(self.module.body))
            )
            self.module.binds_unseen = (
                binding
                or sets_builtins(self.module)
                or finds_itself(self.module, to_read=False)
                or looks_at_all(self.module)
            )
        return self.module.binds_unseen


def _binds_unseen(op: Op) -> bool:
    """Whether an op may bind global names, or gets hold of a namespace and more is done with that than to read it."""
    kind = op.kind
    if kind == "constant":
        return not names_in_text(op.attrs["value"]).isdisjoint(_OF_GLOBALS)
    if kind == "getattr":
        return op.attrs["name"] in _OF_GLOBALS and not _only_reads(op)
    if kind == "case":
        return not names_in_pattern(op).isdisjoint(_OF_GLOBALS)
    if kind in ("opaque", "opaque_expr"):
        return not words_of(op.attrs["text"]).isdisjoint((*_OF_GLOBALS, *_BINDING, *_NAMESPACES))
    if kind != "call":
        return False
    callee = op.operands[0]
    owner = callee.operands[0] if callee.kind == "getattr" else None
    named = callee.kind == "load" or (owner is not None and owner.attrs.get("name") in BUILTINS)
    name = callee.attrs["name"] if named else ""
    if name in _BINDING:
        return True
    return name in _NAMESPACES and len(op.operands) == 1 and not _only_reads(op)


def _only_reads(namespace: Op) -> bool:
    """Whether nothing is done with a namespace but to look names up."""
    assert namespace.region is not None
    ops = namespace.region.ops
    users = [op for op in ops if namespace in op.operands]
    for op in users:
        if op.kind == "getattr":
            called = all(each.kind == "call" and each.operands[0] is op for each in ops if op in each.operands)
            reads = called and op.attrs["name"] in _READING
        elif op.kind == "compare":
            reads = op.attrs["op"] in ("in", "not in") and op.operands[1] is namespace
        else:
            reads = op.kind == "getitem" and op.operands[0] is namespace
        if not reads:
            return False
    return bool(users)


class Function:
    """
    One `def` (or the module's own body, when `op` is None) and its overlays, computed on demand.

    After the module changed, ask for a new one: overlays are never patched.
    """

    def __init__(
        self, facts: ModuleFacts, op: Op | None, *, quiet_globals: bool = False, premise: Premise = NO_PREMISE
    ) -> None:
        self.facts = facts
        self.op = op
        self.body: Region = facts.module.body if op is None else op.regions[-1]
        assert self.body.scope is not None
        self.scope: Scope = self.body.scope
        self.quiet_globals = quiet_globals
        """Module level only: track globals as if no one else could bind them; the rule that asks
        for it has to show that."""
        self.premise = replace(premise, functions=None) if facts.closed_world else premise
        """What is known of globals all the time."""
        self._reserved: set[str] = set()
        self._view: Values | None = None

    def __repr__(self) -> str:
        return f"<function {self.scope.qualname}>"

    @property
    def is_module(self) -> bool:
        return self.op is None

    # overlays

    @cached_property
    def below(self) -> tuple[Op, ...]:
        """The ops in this function, at any depth."""
        return tuple(all_below(self.body))

    @cached_property
    def _by_kind(self) -> dict[str, list[Op]]:
        found: dict[str, list[Op]] = {}
        for op in self.below:
            if op.kind in found:
                found[op.kind].append(op)
            else:
                found[op.kind] = [op]
        return found

    def of_kind(self, kind: str) -> Sequence[Op]:
        """Those of one kind, in order."""
        return self._by_kind.get(kind, ())

    @cached_property
    def private(self) -> frozenset[str]:
        """Variables that only this function's own code can rebind."""
        if self.scope.dynamic:
            return frozenset()
        if self.is_module:
            if not self.quiet_globals:
                return frozenset()
            return frozenset(self.scope.bound - self.scope.written_below)
        return private_names(self.scope)

    @cached_property
    def captured(self) -> frozenset[str]:
        """Variables that a nested function, lambda, class or generator may read later, or that a pattern reads."""
        found: set[str] = {name for case in self.of_kind("case") for name in case.attrs["reads"]}
        for child in self.scope.children:
            for scope in child.walk():
                if scope.kind != "comprehension" or id(scope) in self._generators:
                    found |= {name for name, slot in scope.slots.items() if slot == "free"}
        return frozenset(found)

    @cached_property
    def _generators(self) -> set[int]:
        return {
            id(op.regions[0].scope)
            for op in self.of_kind("comprehension")
            if op.attrs["type"] == "generator"
        }

    @cached_property
    def reaching(self) -> Reaching:
        return Reaching(self.body, self.scope, self.private, self.facts.is_builtin)

    @cached_property
    def instances(self) -> Instances:
        """Objects of the module's classes; holds in a closed world only."""
        return Instances(self)

    @cached_property
    def _looks(self) -> dict[Op, Look]:
        return {} if self.is_module else {look[0]: look for look in find_looks(self.body, self.facts.is_builtin)}

    @cached_property
    def values(self) -> Values:
        return self._solved[0]

    @cached_property
    def _solved(self) -> tuple[Values, dict[Op, Premise]]:
        return self._solve({})

    def _solve(
        self, parameters: dict[str, Value], left_out: Region | None = None
    ) -> tuple[Values, dict[Op, Premise]]:
        """
        Values, without what `left_out` would do, and the versions whose pinned functions can be
        relied on to the end of the arm.

        Nothing can rebind a name while no foreign code runs, and what runs is known if the pinned
        functions are: so all of them are assumed pinned, and an arm that turns out to run foreign
        code all the same is dropped until the rest bears itself out.
        """
        trusted = {}
        for op in () if self.is_module else self.of_kind("if"):
            premise = self.facts.premise(op.operands[0])
            if premise.functions:
                trusted[op] = premise
        while True:
            values = Values(
                self.body,
                self.reaching,
                self.private,
                self.captured,
                self.builtin,
                self.of_kind("call"),
                lambda call: self._pinned_result(call, trusted),
                parameters,
                self._looks.values(),
                left_out,
                self.premise.constants,
            )
            noisy = [op for op in trusted if self.runs_foreign_code(values.below(op.regions[0]))]
            if not noisy:
                return values, trusted
            for op in noisy:
                del trusted[op]

    def _pinned_result(self, call: Op, trusted: dict[Op, Premise]) -> Callable[[Values], tuple[Value, int] | None]:
        def solve(values: Values) -> tuple[Value, int] | None:
            name = call.operands[0].attrs["name"]
            functions, constants = self.premise.functions, self.premise.constants
            for outer, _ in guarding_tests(call):
                checked = trusted.get(outer, NO_PREMISE)
                constants |= checked.constants
                if functions is not None and checked.functions is not None:
                    functions |= checked.functions
            known = name in functions if functions is not None else not self.facts.may_bind_unseen
            callee = self.facts.callee(name) if known else None
            arguments = None if callee is None else bind_arguments(callee, call)
            if callee is None or arguments is None:
                return None
            sees, changes = self.facts.shares_globals(callee)
            if changes or (sees and self.is_module):
                return None
            given = [
                values.value(arguments[name]) if arguments[name].kind != "constant"
                else frozenset((type(arguments[name].attrs["value"]).__name__,))
                for name in callee.parameters
            ]
            return self.facts.summaries.call(values, call, callee, given, Premise(functions, constants))

        return solve

    def summarise(self, parameters: dict[str, Value], sites: tuple[Site, ...]) -> Summary:
        """What a call does whose parameters hold these values, made of plain ones and `sites`."""
        values = self._solve(parameters)[0]
        found: Value = NONE if self.reaching.completes else frozenset()
        written: Value = frozenset()
        loops = False
        for op in running(self.body):
            if op.kind == "return":
                found |= values.value(op.operands[0]) if op.operands else NONE
            if values.effects.get(op, PURE) & WRITE_HEAP:
                written |= values.written(op)
            loops = loops or op.kind == "while" or (op.kind == "for" and not range_arguments(self, op.operands[0]))
        values.give_away([each for each in iterators_in(found, sites) if each not in sites])
        effects = values.below(self.body) & ~(CONTROL | READ_SLOT | WRITE_SLOT)
        shared = frozenset(atom for atom in written if not isinstance(atom, Site) or atom.shared or atom in sites)
        if not shared and not effects & CALL:
            effects &= ~WRITE_HEAP
        if loops:
            effects |= RAISE  # it may never come back, so it cannot be left out
        return Summary(found, effects, sites, shared)

    def leaf_effects(self, leaf: Leaf, arguments: dict[str, Op]) -> int | None:
        """The effects of the body of a leaf function for the arguments of a call; None if not enough is known."""
        written = [arguments[name] for name in leaf.parameters]
        given = tuple(
            frozenset((type(op.attrs["value"]).__name__,)) if op.kind == "constant" else self.value(op)
            for op in written
        )
        if not all(map(is_plain, given)):
            return None
        callee = Function(self.facts, leaf.definition)
        return callee.summarise(dict(zip(leaf.parameters, given, strict=True)), ()).effects

    def trusts(self, call: Op, name: str) -> bool:
        """Whether a check around a call has pinned its function and nothing can have rebound it since."""
        if self.facts.closed_world:
            from noodlecore_trm.ir.facts.methods import is_defined

            callee = None if self.facts.may_bind_unseen else self.facts.callee(name)
            return callee is not None and is_defined(self, call, callee.definition)
        for outer, _ in guarding_tests(call):
            if name in self.facts.identities(outer.operands[0]):
                arm = outer.regions[0]
                return not self.runs_foreign_code(self.region_effects(arm)) if outer.kind == "if" else False
        return False

    def own_callee(self, call: Op) -> Callee | None:
        """The function that a call runs, if this function has made it and nothing else can be meant."""
        made: Op | None = call.operands[0]
        if made is not None and made.kind == "load":
            found = {function_made_by(each) for each in self.definitions(made)}
            made = found.pop() if len(found) == 1 else None
        return understood(made) if made is not None and made.kind in ("def", "lambda") else None

    def reads_the_same(self, name: str, callee: Callee, call: Op) -> bool:
        """
        Whether a variable that a function made here has from around it is the same where it is called, and bound.

        One of a function further out may be unbound: either way that is the same error.
        """
        owners = [_owner(self.scopes_around(each), name) for each in (callee.definition, call)]
        bound = owners[0] is owners[1] and self.has_bound(name, call.operands[0])
        return bound and not self.is_declared_after(call, name)

    def has_bound(self, name: str, place: Op) -> bool:
        """
        Whether a variable that `place`, a lambda or a load of a function made here, has from around it is bound there.

        One of a function further out may be unbound: here or there that is the same error. That of a comprehension or
        lambda in between is taken for unbound, as it is another error where it is a variable of its own.
        """
        owner = _owner(self.scopes_around(place), name)
        if owner is not self.scope:
            within = any(owner is scope for scope in self.scope.walk())
            return owner is not None and not within and self.scope.slots.get(name) == "free"
        definitions = self.reaching.around.get(place, {}).get(name, frozenset())
        return bool(definitions) and UNBOUND not in definitions and UNKNOWN not in definitions

    def regions_around(self, op: Op) -> Iterator[Region]:
        """The regions an op stands in, innermost first, up to but not including this function's body."""
        region = op.region
        while region is not None and region is not self.body:
            yield region
            region = region.parent.region if region.parent is not None else None

    def holds(self, op: Op) -> bool:
        """Whether an op stands in this function, at any depth."""
        region = op.region
        while region is not None and region is not self.body:
            region = region.parent.region if region.parent is not None else None
        return region is not None

    # questions

    @cached_property
    def _arms(self) -> dict[Op, Callable[[], Values]]:
        """
        What holds in the guarded versions, by op; solved when it is asked for.

        A parameter that is never bound again has had its checked type since the function was
        entered, and a test outside of loops comes out once: so the whole function is solved once
        more under the premise that it was true, and that the other arm is not run.
        """
        found: dict[Op, Callable[[], Values]] = {}
        if self.is_module:
            return found
        shared: dict[frozenset[tuple[str, Value]], Callable[[], Values]] = {}
        alone = 0
        for op in self.of_kind("if"):
            if op in found:
                continue
            checks = read_checks(op.operands[0], self.facts.is_builtin)
            pinned = self.facts.identities(op.operands[0])
            if not checks and not pinned:
                continue
            checked: dict[str, Value] = {
                check.name: frozenset[Atom](check.levels[0])
                for check in checks
                if check.levels[0] <= SCALARS | CONTAINERS
                and self.reaching.all.get(check.name) == {PARAMETER} and check.name not in self.captured
            }
            if not checked and not pinned and op not in self._looks:
                continue
            if alone < _MOST_ARMS and not self.in_loop(op):
                alone += 1
                solve = self._solving(checked, op.regions[1])
            else:
                solve = shared.setdefault(frozenset(checked.items()), self._solving(checked))
            found.update(dict.fromkeys(walk(op.regions[0]), solve))
        return found

    def _solving(self, checked: dict[str, Value], left_out: Region | None = None) -> Callable[[], Values]:
        return cache(lambda: self._solve(checked, left_out)[0])

    def look_from(self, op: Op | None) -> None:
        """Answer further questions for the executions that reach `op`."""
        solve = None if op is None else self._arms.get(op)
        self._view = None if solve is None else solve()

    @property
    def _current(self) -> Values:
        # not what holds in arms further in: a rule may ask in order to move things out of them
        return self._view or self.values

    def builtin(self, op: Op) -> str:
        """The builtin that a load means, or an empty string."""
        if op.kind != "load" or op.attrs["scope"] != "global":
            return ""
        name = str(op.attrs["name"])
        return name if self.facts.is_builtin(name) and not self.declares(name) else ""

    def value(self, op: Op) -> Value:
        """The abstract value of an expression; empty where it is never reached."""
        return self._current.of.get(op, ANYTHING)

    def is_exactly(self, op: Op, *types: str) -> bool:
        """Whether the value, if there is one, is an object of exactly one of these builtin types."""
        value = self.value(op)
        return bool(value) and all(type_name(atom) in types for atom in value)

    def counts_within(self, container: Op) -> list[str]:
        """Unchanging ints that a check has shown to be no greater than the length of a list."""
        arm = self._current.arm(container)
        if arm is None or not self.keeps_length(container):
            return []
        name = container.attrs["name"]
        counts = [limit.count.attrs["name"] for limit in arm.limits if limit.container == name]
        return [count for count in counts if len(self.reaching.all.get(count, ())) == 1 and count not in self.captured]

    def arm_number(self, op: Op) -> int:
        """Which of the versions an op stands in whose tests have looked into containers: a number, -1 for none."""
        arm = self._current.arm(op)
        return -1 if arm is None else list(self._current.arms).index(arm.test)

    def keeps_length(self, container: Op) -> bool:
        """Whether a load is of a list that a check has looked into and that is neither rebound nor resized since."""
        if container.kind != "load" or container.attrs["scope"] == "global" or self._current.arm(container) is None:
            return False
        definitions, arm = self.definitions(container), self._current.arm(container)
        assert arm is not None
        if not definitions or not all(isinstance(each, Refinement) and each.test is arm.test for each in definitions):
            return False
        value = self.value(container)
        return bool(value) and all(
            isinstance(atom, Site) and atom.kind == "list" and not (atom.resized or atom.escaped) for atom in value
        )

    def definitions(self, load: Op) -> Definitions:
        """Definitions that may reach a load; empty if the variable is not tracked."""
        return self.reaching.of.get(load, frozenset())

    def is_bound(self, load: Op) -> bool:
        """Whether a load cannot raise."""
        definitions = self.definitions(load)
        return bool(definitions) and UNBOUND not in definitions and UNKNOWN not in definitions

    def is_local(self, op: Op) -> bool:
        """Whether a name op means a variable of this function that nothing else reads or writes."""
        name = op.attrs["name"]
        tracked = name in self.private or op in self.reaching.of
        return op.attrs["scope"] in ("local", "cell") and tracked and name not in self.captured

    def effects(self, op: Op) -> int:
        """The effect mask of one op, without its operands and regions."""
        mask = self._current.effects.get(op, SPECS[op.kind].effects)
        if mask & RAISE and not mask & CALL and op.kind in _INDEXED:
            container, index = op.operands[-2:]
            if (op.kind == "getitem" or self.is_exactly(container, "list")) and in_bounds(self, container, index):
                mask &= ~RAISE
        return mask

    def tree_effects(self, root: Op) -> int:
        """The joined effects of a whole expression or statement, with everything below it."""
        mask = PURE
        for op in tree(root):
            mask |= self.effects(op)
            if runs_its_regions(op):
                for region in op.regions:
                    mask |= self.region_effects(region)
        return mask

    def region_effects(self, region: Region) -> int:
        """The joined effects of every op below a region that runs when the region does."""
        mask = PURE
        for op in running(region):
            mask |= self.effects(op)
        return mask

    def written(self, op: Op) -> Value:
        """The container that an op with WRITE_HEAP changes."""
        return self._current.written(op)

    def runs_foreign_code(self, mask: int) -> bool:
        return bool(mask & (CALL | SUSPEND))

    def is_silent(self, root: Op) -> bool:
        """
        Whether evaluating an expression neither raises, writes, calls nor suspends, and no variable is one of the
        function because of it: a generator that never runs may bind one.
        """
        if self.tree_effects(root) & (RAISE | CALL | WRITE_HEAP | WRITE_SLOT | SUSPEND | CONTROL):
            return False
        return all(op.kind != "walrus" for op in everything(root))

    def live_after(self, statement: Op, name: str) -> bool:
        """Whether a value that `name` has inside `statement` may be read outside of it."""
        if name not in self.private or name in self.captured:
            return True
        below = {op for region in statement.regions for op in walk(region)}
        operands = set(tree(statement))
        for definition in self.reaching.all.get(name, ()):
            if isinstance(definition, Op) and (definition in below or definition in operands):
                uses = self.reaching.uses.get(definition, ())
                # a loop around may come back to what the statement begins with
                if any(use not in below and not (use in operands and definition in operands) for use in uses):
                    return True
        return False

    def in_loop(self, op: Op) -> bool:
        return any(outer.kind in _LOOPS for outer in self.enclosing(op))

    def enclosing(self, op: Op) -> Iterator[Op]:
        """The ops around `op`, innermost first, up to this function."""
        while op.region is not None and op.region is not self.body and op.region.parent is not None:
            op = op.region.parent
            if op is self.op:
                return
            yield op

    def depth(self, op: Op) -> int:
        """Blocks around an op as the compiler counts them, at most: it allows for `MOST_BLOCKS`."""
        return sum(map(_own_blocks, self.enclosing(op)))

    def has_room(self, op: Op, body: Region) -> bool:
        """Whether a body can be moved to where an op stands without too many blocks in one another."""
        return self.depth(op) + _blocks(body) <= MOST_BLOCKS

    def statement(self, op: Op) -> Op:
        """The statement of a block that `op` is part of."""
        here = op
        while True:
            region = here.region
            assert region is not None
            if region.kind == "block" and (region.parent is None or region.parent.kind not in _EXPRESSION_BLOCKS):
                break
            assert region.parent is not None
            here = region.parent
        if here.is_statement:
            return here
        for later in region.after(here):
            if later.is_statement:
                return later
        raise ValueError("an expression outside of a statement")

    @cached_property
    def mentions(self) -> dict[str, list[Op]]:
        """The ops in this function, at any depth, that load, bind or unbind each name, whatever it means there."""
        found: dict[str, list[Op]] = {}
        for load in self.of_kind("load"):
            found.setdefault(load.attrs["name"], []).append(load)
        for kind in sorted(BINDERS):
            for op in self.of_kind(kind):
                for name in bound_names(op):
                    found.setdefault(name, []).append(op)
        return found

    @cached_property
    def numbers(self) -> dict[Op, int]:
        """Numbers of the plain expressions (names, constants, arithmetic, subscripts): equal where written alike."""
        found: dict[Op, int] = {}
        known: dict[object, int] = {}
        for op in self.below:
            if op.kind == "load":
                key: object = ("load", op.attrs["name"])
            elif op.kind == "constant":
                key = ("constant", constant_key(op.attrs["value"]))
            elif op.kind in _PLAIN and all(operand in found for operand in op.operands):
                key = (op.kind, *op.attrs.values(), *[found[operand] for operand in op.operands])
            else:
                continue
            found[op] = known.setdefault(key, len(known))
        return found

    @cached_property
    def occurrences(self) -> Counter[int]:
        """How often each of `numbers` stands in the function."""
        return Counter(self.numbers.values())

    def scopes_around(self, op: Op) -> Iterator[Scope]:
        """The scopes an op stands in, innermost first, but for the module's."""
        for region in self.regions_around(op):
            if region.scope is not None:
                yield region.scope
        scope: Scope | None = self.scope
        while scope is not None and scope.kind != "module":
            yield scope
            scope = scope.parent

    def hides(self, op: Op, *names: str) -> bool:
        """
        Whether one of `names`, written where `op` stands, may mean something else than the global or builtin, or is an
        error there as it is declared further down.
        """
        for scope in self.scopes_around(op):
            if any(scope.slots.get(name, "global") != "global" for name in names):
                return True
            if scope.kind == "class" and any(is_private(name) or name in OF_THE_CLASS for name in names):
                return True
        return any(self.is_declared_after(op, name) for name in names)

    def is_declared_after(self, op: Op, name: str) -> bool:
        return name in self._declared and self.below.index(op) < self._declared[name]

    def declares(self, name: str) -> bool:
        """Whether the function says itself that a name is global or nonlocal: above that the name may not be used."""
        return name in self._declared

    @cached_property
    def _declared(self) -> dict[str, int]:
        """Where in `below` each name is last declared to be global or nonlocal."""
        declarations = [*self.of_kind("global"), *self.of_kind("nonlocal")]
        places = {op: place for place, op in enumerate(self.below)} if declarations else {}
        found: dict[str, int] = {}
        for op in declarations:
            for name in op.attrs["names"]:
                found[name] = max(places[op], found.get(name, -1))
        return found

    def fresh_name(self, hint: str, *, module_level: bool = False) -> str:
        """A name close to `hint` that nothing in this function, or in the module, uses yet."""
        taken = self.facts.taken if module_level or self.is_module else self._names
        stem = name = _as_name(hint)
        number = 2
        while name in taken or name in self.facts.rebound or name in self._reserved or name in _NOT_NEW:
            name = f"{stem.rstrip('_')}_{number}"
            number += 1
        self._reserved.add(name)
        return name

    def reserve(self, names: Iterable[str]) -> None:
        """Hand out none of these: what is moved into the function reads them."""
        self._reserved.update(names)

    def release_names(self) -> None:
        """Forget the names handed out so far: what was proven with them was not chosen yet."""
        self._reserved.clear()

    @cached_property
    def _names(self) -> set[str]:
        return self.scope.names()


def _blocks(region: Region) -> int:
    """How many blocks are in one another below a region, at most."""
    deepest = 0
    for op in walk(region):
        if _own_blocks(op):
            here, blocks = op, _own_blocks(op)
            while here.region is not None and here.region is not region and here.region.parent is not None:
                here = here.region.parent
                blocks += _own_blocks(here)
            deepest = max(deepest, blocks)
    return deepest


def _own_blocks(op: Op) -> int:
    """The blocks that an op is to the compiler."""
    return 2 if op.kind in _TWO_BLOCKS else int(op.kind in _LOOPS)


def _as_name(hint: str) -> str:
    """A name like `hint` that is one wherever it stands: no class makes another of it."""
    name = unicodedata.normalize("NFKC", hint)
    if not name.isidentifier():
        name = "".join(part if f"_{part}".isidentifier() else "_" for part in f"_{name}")
    return f"_{name.lstrip('_')}" if name.startswith("__") else name


def _owner(scopes: Iterator[Scope], name: str) -> Scope | None:
    """The scope that a free name belongs to."""
    return next((each for each in scopes if each.kind != "class" and each.slots.get(name) in ("local", "cell")), None)


_EXPRESSION_BLOCKS = frozenset(("comprehension", "comp_for", "comp_if"))
