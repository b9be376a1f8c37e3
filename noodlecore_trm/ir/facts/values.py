"""
Exact types, fresh objects and effects of the ops of one function.

Abstract values (`atoms`) are solved to the least fixpoint over the reaching definitions. Destructors
are assumed not to touch the program's variables and their moment is not promised, so dropping an
object counts as silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from noodlecore_trm.ir.dialect import ANY, CALL, CONTROL, PURE, RAISE, READ_HEAP, SPECS, SUSPEND, WRITE_HEAP
from noodlecore_trm.ir.facts.arms import Arm, Look, run_later
from noodlecore_trm.ir.facts.atoms import (
    ANYTHING,
    BOOL,
    CONTAINERS,
    DEEPEST,
    EXCEPTION,
    FLOAT,
    INT,
    INTEGERS,
    METHOD,
    NONE,
    NOTHING,
    NUMBERS,
    SCALARS,
    STR,
    Atom,
    Site,
    Summary,
    Tuple,
    Value,
    depth_of,
    hold_alike,
    is_iterable,
    is_known,
    is_plain,
    iterators_in,
    searches_quietly,
    type_name,
)
from noodlecore_trm.ir.facts.builtins import (
    EXCEPTIONS,
    FORCED_RESULTS,
    QUIET_STR_METHODS,
    RESIZING,
    SCALAR_FUNCTIONS,
    STR_METHODS,
)
from noodlecore_trm.ir.facts.reaching import (
    INNER_PARAMETER,
    PARAMETER,
    UNBOUND,
    UNKNOWN,
    Definition,
    Marker,
    Reaching,
    Refinement,
)
from noodlecore_trm.ir.op import Op, Region, running, tree, walk
from noodlecore_trm.ir.shapes import consumer

_ORDERING: Final = frozenset(("key", "reverse", "default"))
_BRIEF: Final = frozenset(("bool", "float", "str", "NoneType", "complex", "ellipsis"))
"""Types whose text is never refused; that of an int is, beyond 4300 digits."""
_LARGEST: Final = 1 << 31
"""No sequence is repeated more often by an expression that is taken not to raise."""


def _is_fresh(operand: Op, site: Site) -> bool:
    """Whether the iterator was made by the operand itself, so that nobody else sees it advance."""
    if operand.kind == "argument" and operand.region is not None and operand.region.parent is not None:
        parent = operand.region.parent
        return parent.kind == "comprehension" and parent.operands[0] is site.op
    return operand is site.op


class Values:
    """
    Solves one function. `of[op]` is the value of an expression, `effects[op]` the mask of the op
    itself, without its operands and regions. `calls` are those in it, at any depth.
    """

    def __init__(
        self,
        body: Region,
        reaching: Reaching,
        private: frozenset[str],
        captured: frozenset[str],
        builtin: Callable[[Op], str],
        calls: Iterable[Op],
        pinned: Callable[[Op], Callable[[Values], tuple[Value, int] | None]] | None = None,
        parameters: Mapping[str, Value] | None = None,
        looks: Iterable[Look] = (),
        left_out: Region | None = None,
        constants: Iterable[tuple[str, str]] = (),
    ) -> None:
        self.of: dict[Op, Value] = {}
        self.effects: dict[Op, int] = {}
        self._reaching = reaching
        self._private = private
        self._captured = captured
        self._builtin = builtin
        self._pinned = pinned
        self._parameters = parameters or {}
        self._left_out = left_out
        self._constants = dict(constants)
        """The types of what globals are known to hold all the time."""
        self._sites: dict[Op, Site] = {}
        self._returned: dict[tuple[Op, Op, str], Site] = {}
        """Containers that calls of known functions have made, by call and place in the callee."""
        self._changed_by: dict[Op, Value] = {}
        self._mapped: dict[Op, Op] = {}
        """The `map` or `filter` of each lambda that is handed to one and to nobody else."""
        self._items: dict[Op, set[Atom]] = {}
        """What such a call has to offer to its lambda."""
        self._parameter_of: dict[Op, Op] = {}
        """Such a call for each load of its lambda's parameter."""
        self._find_mapped(calls)
        self.arms: dict[Op, Arm] = {}
        """The versions whose tests have looked into containers or at globals."""
        self._arm_of: dict[Op, Arm] = {}
        looks = list(looks)
        self._later = frozenset(run_later(body) if looks else ())
        for test, checks, limits in looks:
            arm = self.arms[test] = Arm(test, checks, limits, self._later)
            self._arm_of.update(dict.fromkeys(running(arm.region), arm))
        self._op: Op | None = None
        """The op whose transfer is under way; one with regions only before they are entered."""
        self._unset = False
        """Whether a load was looked at before what it reads."""
        for name, given in self._parameters.items():
            if name not in private or name in captured:
                self._escape(given)
        self._first = not self.arms
        """Whether every op is looked at for the first time, so that its value is no change for those before."""
        self._changed = True
        while self._changed:
            self._changed = False
            self._region(body)
            self._changed = self._changed or (self._first and self._unset)
            self._first = False
            for arm in self.arms.values():
                if not arm.lost and not self._holds(arm):
                    self._lose(arm)

    # values

    def value(self, op: Op) -> Value:
        return self.of.get(op, NOTHING)

    def site(self, op: Op) -> Site | None:
        return self._sites.get(op)

    def _set(self, op: Op, value: Value) -> None:
        if self.arms:
            self._leave(op, value)
        old = self.of.get(op)
        if old is None:
            self.of[op] = value
            self._changed = self._changed or not self._first
        elif not value <= old:
            self.of[op] = old | value
            self._changed = True

    def definition(self, definition: Definition, load: Op | None = None) -> Value:
        """What a variable holds after one of its definitions, seen from a load."""
        if isinstance(definition, Op):
            if definition.kind in ("store", "walrus"):
                value = self.of.get(definition.operands[0])
                if value is None:
                    self._unset = True
                    return NOTHING
                return value
            return ANYTHING
        if isinstance(definition, Refinement):
            before = frozenset[Atom]().union(*(self._held(each, definition.name) for each in definition.before))
            kinds = definition.levels[0]
            if not _are_builtin(kinds):
                return before
            own: Value = frozenset(
                atom for atom in before if isinstance(atom, Tuple) or (isinstance(atom, Site) and not atom.escaped)
            )
            if any(atom == "any" or type_name(atom) in kinds for atom in before - own):
                own |= self._refined(definition, load)
            return frozenset(atom for atom in own if type_name(atom) in kinds)
        assert isinstance(definition, Marker)
        assert definition in (UNBOUND, PARAMETER, INNER_PARAMETER, UNKNOWN)
        return NOTHING if definition is UNBOUND else ANYTHING

    def _held(self, definition: Definition, name: str, load: Op | None = None) -> Value:
        if definition is PARAMETER and name in self._parameters:
            return self._parameters[name]
        return self.definition(definition, load)

    def _refined(self, definition: Refinement, load: Op | None) -> Value:
        """What a check has shown an object to be that others hold."""
        arm = None if load is None else self._arm_of.get(load)
        inside = arm is not None and arm.test is definition.test and not arm.lost
        if arm is None or not inside or len(definition.levels) == 1 or not _are_builtin(definition.levels[-1]):
            return frozenset[Atom](definition.levels[0])
        return arm.contents(definition.levels)

    # what a check has found in objects that others hold too

    def _holds(self, arm: Arm) -> bool:
        """Whether no foreign code runs between the end of the test, whose counts are ints, and the end of the arm."""
        if any(not self.value(limit.count) <= INT for limit in arm.limits):
            return False
        return not self.below(arm.region) & (CALL | SUSPEND)

    def _lose(self, arm: Arm) -> None:
        """Foreign code runs in the arm: what the check has found may be true no longer."""
        arm.lost = True
        self._changed = True
        self._escape(arm.sites)

    def arm(self, op: Op) -> Arm | None:
        """The version around an op, if nothing foreign runs in it and its test has seen more than types."""
        arm = self._arm_of.get(op)
        return None if arm is None or arm.lost else arm

    def _checked_global(self, load: Op) -> Value:
        """What is known of a global that nothing can have bound since, by the premise or by an arm's test."""
        if load.attrs["scope"] != "global":
            return NOTHING
        if load.attrs["name"] in self._constants:
            return frozenset((self._constants[load.attrs["name"]],))
        arm = self._arm_of.get(load)
        if arm is None or arm.lost:
            return NOTHING
        levels = arm.globals.get(load.attrs["name"], ())
        if not levels or not _are_builtin(levels[-1]):
            return NOTHING
        return arm.contents(levels) if len(levels) > 1 else frozenset[Atom](levels[0])

    def _leave(self, op: Op, value: Iterable[Atom]) -> None:
        """Outside of its arm nothing is known about what a held container holds."""
        for atom in value:
            if isinstance(atom, Site):
                if atom.held is not None and not atom.escaped:
                    arm = self._arm_of.get(op)
                    if arm is None or arm.test is not atom.held:
                        self._lose(self.arms[atom.held])
                elif atom.kind not in CONTAINERS and not atom.escaped and op is not atom.op:
                    for source in tree(atom.op):  # what it has still to go through
                        self._leave(op, self.value(source) - {atom})
            elif isinstance(atom, Tuple):
                for item in atom.items:
                    self._leave(op, item)

    def _arms_at(self, op: Op | None) -> Iterable[Arm]:
        """The arms that an op may run in."""
        if op in self._later:
            return self.arms.values()
        arm = None if op is None else self._arm_of.get(op)
        return () if arm is None else (arm,)

    def _sites_here(self) -> Iterable[Site]:
        """What the checks of the arms that are being looked at have looked into."""
        return [site for arm in self._arms_at(self._op) for site in arm.sites]

    def _written_unseen(self, elements: Iterable[Atom]) -> None:
        """A list that may be any one was written to: in an arm it may be one that its check has looked into."""
        for site in self._sites_here():
            if site.kind == "list" and not site.escaped:
                self._put(site, elements)

    def _made(self, op: Op, kind: str, elements: Iterable[Atom] = (), keys: Iterable[Atom] = ()) -> Value:
        site = self._sites.get(op)
        if site is None:
            site = self._sites[op] = Site(kind, op)
        self._put(site, elements, keys)
        return frozenset((site,))

    def _put(self, site: Site, elements: Iterable[Atom], keys: Iterable[Atom] = ()) -> None:
        if site.held is not None and not site.escaped:
            arm = self.arms[site.held]
            if any(each.kind == site.kind and each is not site and hold_alike(each, site) for each in arm.sites):
                self._lose(arm)  # lists of different empty lists may be one list
        for held, new in ((site.elements, elements), (site.keys, keys)):
            for atom in list(new):
                if atom not in held:
                    held.add(atom)
                    self._changed = True
                    if site.held is not None:
                        self._share(site.held, (atom,))
                    elif self.arms and site.kind in CONTAINERS:
                        self._escape_held((atom,))
        if site.escaped:
            self._escape(elements)
            self._escape(keys)
            self._escape_sources(site)
            self._written_unseen(elements)

    def _escape(self, value: Iterable[Atom]) -> None:
        pending: list[Atom] = [atom for atom in value if not isinstance(atom, str)]
        while pending:
            atom = pending.pop()
            if isinstance(atom, Tuple):
                for item in atom.items:
                    pending.extend(item)
            elif isinstance(atom, Site) and not atom.escaped:
                atom.escaped = True
                atom.resized = True
                self._changed = True
                pending.extend(atom.elements)
                pending.extend(atom.keys)
                self._escape_sources(atom)
                atom.elements.add("any")
                atom.keys.add("any")

    def _escape_sources(self, site: Site) -> None:
        """Who holds an iterator has what it still has to go through, too, whatever that turns out to be."""
        if site.kind not in CONTAINERS:
            for op in tree(site.op):
                self._escape(self.value(op))
            self._offer(site.op, ANYTHING)

    def give_away(self, value: Iterable[Atom]) -> None:
        """From now on anybody may hold these objects."""
        self._escape(value)

    def called(self, op: Op, summary: Summary, actual: Sequence[Site]) -> tuple[Value, int]:
        """Do to the containers `actual` what a call does, and give its value and effects."""
        places: dict[Site, Site] = dict(zip(summary.sites, actual, strict=True))
        given = set(places)
        pending = list(given)

        def here(value: Iterable[Atom]) -> Value:
            found: set[Atom] = set()
            for atom in value:
                if isinstance(atom, Tuple):
                    found.add(Tuple(tuple(map(here, atom.items))))
                elif isinstance(atom, str):
                    found.add(atom)
                elif atom.kind in CONTAINERS and atom.shared and atom not in places:
                    found.add(atom.kind)
                elif atom.kind in CONTAINERS:
                    if atom not in places:
                        key = (op, atom.op, atom.kind)
                        places[atom] = self._returned.setdefault(key, Site(atom.kind, op))
                        pending.append(atom)
                    found.add(places[atom])
                else:
                    found.add("any")
            return frozenset(found)

        value = here(summary.value)
        self._changed_by[op] = here(summary.written)
        for arm in self._arms_at(op):
            if not arm.lost and not given.issuperset(summary.written):
                self._lose(arm)  # what was written to may be one of those that the check has looked into
        while pending:
            site = pending.pop()
            self._put(places[site], here(site.elements), here(site.keys))
            if site.escaped:
                self._escape((places[site],))
            if site.resized or site not in given:
                self._resize((places[site],))
        return value, summary.effects

    def written(self, op: Op) -> Value:
        """The containers that an op with WRITE_HEAP changes, itself or by what the iterators that it is given do."""
        if op in self._changed_by:
            return self._changed_by[op]
        if op.kind == "setitem":
            changed = self.of.get(op.operands[1], ANYTHING)
        elif op.kind in ("delitem", "inplace"):
            changed = self.of.get(op.operands[0], ANYTHING)
        elif op.kind == "call" and op.operands[0].kind == "getattr":
            changed = self.of.get(op.operands[0].operands[0], ANYTHING)
        else:
            changed = ANYTHING
        return changed | self._written_by(*op.operands)

    def _written_by(self, *operands: Op) -> Value:
        """What changes where the values of these are gone through: iterators, and what they change in turn."""
        found: set[Atom] = set()
        for operand in operands:
            for atom in self.value(operand.operands[0] if operand.kind == "star" else operand):
                if isinstance(atom, Site) and atom.kind not in CONTAINERS:
                    found.add(atom)
                    found |= atom.written
        return frozenset(found)

    def _runs(self, site: Site, effects: int, written: Value) -> None:
        """Note what going through an iterator does."""
        if effects | site.effects != site.effects or not written <= site.written:
            site.effects |= effects
            site.written |= written
            self._changed = True

    def _share(self, arm: Op, value: Iterable[Atom]) -> None:
        """What is put into a held container is held by others, but for what its check has looked into."""
        self._escape([atom for atom in value if not (isinstance(atom, Site) and atom.held is arm)])

    def _escape_held(self, value: Iterable[Atom]) -> None:
        """What is held can no longer be followed once it is in a container of the function's own."""
        for atom in value:
            if isinstance(atom, Site) and atom.held is not None:
                self._escape((atom,))
            elif isinstance(atom, Site) and atom.kind not in CONTAINERS:
                for source in tree(atom.op):
                    self._escape_held(self.value(source) - {atom})
            elif isinstance(atom, Tuple):
                for item in atom.items:
                    self._escape_held(item)

    def _resize(self, value: Iterable[Atom]) -> None:
        for atom in value:
            if isinstance(atom, Site) and atom.held is not None and not atom.escaped:
                arm = self.arms[atom.held]
                if len([site for site in arm.sites if site.kind == atom.kind]) > 1:
                    self._lose(arm)  # an empty list is of two shapes at once, and of one when it grows
            if isinstance(atom, Site) and not atom.resized:
                atom.resized = True
                self._changed = True
            if self.arms and not (isinstance(atom, Site) and not atom.escaped):
                self._resize([site for site in self._sites_here() if not site.resized])

    def element(self, value: Iterable[Atom]) -> Value:
        """What iterating over the value yields."""
        found: set[Atom] = set()
        for atom in value:
            if isinstance(atom, Site):
                found |= atom.keys if atom.kind == "dict" else atom.elements
            elif isinstance(atom, Tuple):
                for item in atom.items:
                    found |= item
            elif atom in ("str", "range", "bytes"):
                found.add("str" if atom == "str" else "int")
            else:
                found.add("any")
        return frozenset(found)

    def consumption(self, operand: Op) -> int:
        """What iterating over the value of an operand may do; an iterator with a name is changed by it."""
        value = self.value(operand)
        mask = self.iteration(value)
        for atom in value:
            if isinstance(atom, Site) and atom.kind in ("iterator", "generator") and not _is_fresh(operand, atom):
                mask |= WRITE_HEAP
        return mask

    def iteration(self, value: Iterable[Atom]) -> int:
        """What iterating over the value may do, but for the change of an iterator."""
        mask = PURE
        for atom in value:
            if isinstance(atom, Site):
                if atom.kind == "generator":  # if its own body holds it, it may be running already
                    mask |= atom.effects | READ_HEAP | (RAISE if atom.escaped else PURE)
                elif atom.kind == "iterator":
                    mask |= ANY if atom.escaped else atom.effects | READ_HEAP
                elif atom.kind in ("dict", "set"):
                    mask |= READ_HEAP | RAISE
                else:
                    mask |= READ_HEAP
            elif isinstance(atom, str):
                if atom == "any":
                    mask |= ANY
                elif atom in ("dict", "set"):
                    mask |= READ_HEAP | RAISE
                elif atom in CONTAINERS:
                    mask |= READ_HEAP
                elif atom not in ("str", "bytes", "range"):
                    mask |= RAISE
        return mask

    # the fixpoint's transfer function, one pass over all ops

    def _region(self, region: Region) -> None:
        transfer = _TRANSFER
        if region is self._left_out:
            return
        for op in region.ops:
            self._op = op
            handle = transfer.get(op.kind)
            if handle is not None:
                handle(self, op)
            else:
                self._unknown(op)

    def _inner(self, op: Op) -> None:
        for region in op.regions:
            self._region(region)

    def _hand_over(self, operand: Op) -> None:
        """Give an operand, or what is behind its star, to code that is not known."""
        self._escape(self.value(operand.operands[0] if operand.kind == "star" else operand))

    def _unknown(self, op: Op) -> None:
        for operand in op.operands:
            self._hand_over(operand)
        self._finish(op, ANYTHING, SPECS[op.kind].effects)
        if op.kind not in ("def", "class"):
            self._inner(op)

    def _finish(self, op: Op, value: Value, effects: int) -> None:
        if self.arms or self.of.get(op) is not value:
            self._set(op, value)
        if self.effects.get(op) != effects:
            # an effect can only grow as values do
            self.effects[op] = effects | self.effects.get(op, 0)

    def _do_meanwhile(self, operands: Iterable[Op]) -> None:
        """Take operands for foreign code: what takes them in does so piece by piece, before it evaluates the next."""
        for operand in operands:
            self.effects[operand] = self.effects.get(operand, PURE) | ANY

    def _truth(self, op: Op) -> int:
        value = self.value(op)
        return ANY if "any" in value else _reads(value)

    def _constant(self, op: Op) -> None:
        kind = type(op.attrs["value"])
        value = _EXACTLY.get(kind)
        if value is None:
            value = _EXACTLY[kind] = frozenset((kind.__name__,))
        self._finish(op, value, PURE)

    def _load(self, op: Op) -> None:
        definitions = self._reaching.of.get(op)
        if definitions is None:
            effects = SPECS["load"].effects
            known = self._checked_global(op)
            self._finish(op, known or ANYTHING, effects & ~RAISE if known or self._builtin(op) else effects)
            return
        name = op.attrs["name"]
        call = self._parameter_of.get(op)
        if call is not None:
            held = [frozenset(self._items[call])]
            definitions = frozenset()
        else:
            held = [self._held(definition, name, op) for definition in definitions]
        effects = SPECS["load"].effects
        if UNBOUND not in definitions and UNKNOWN not in definitions:
            effects &= ~RAISE
        self._finish(op, held[0] if len(held) == 1 else NOTHING.union(*held), effects)

    def _store(self, op: Op) -> None:
        operand = op.operands[0]
        name, slot = op.attrs["name"], op.attrs["scope"]
        tracked = slot == "local" or (slot in ("cell", "global") and name in self._private)
        if not tracked or (slot != "global" and name in self._captured):
            self._escape(self.value(operand))
        self._finish(op, self.value(operand), SPECS["store"].effects)

    def _argument(self, op: Op) -> None:
        return None

    def _bind(self, region: Region, value: Value) -> None:
        """Bind a value to a target region."""
        if not region.ops:
            self._escape(value)
            return
        self._set(region.ops[0], value)
        self._region(region)

    def _unpack(self, op: Op) -> None:
        value = self.value(op.operands[0])
        effects = self.consumption(op.operands[0]) | RAISE
        width = len(op.regions)
        for index, region in enumerate(op.regions):
            part: set[Atom] = set()
            for atom in value:
                if isinstance(atom, Tuple) and len(atom.items) == width and op.attrs["star"] < 0:
                    part |= atom.items[index]
                else:
                    part |= self.element((atom,))
            if index == op.attrs["star"]:
                self._bind(region, self._made(region.ops[0], "list", part))
            else:
                self._bind(region, frozenset(part))
        if value and all(isinstance(atom, Tuple) and len(atom.items) == width for atom in value):
            effects &= ~RAISE
        if "any" in value:
            self._escape(value)
        self._finish(op, NOTHING, effects)

    def _assign(self, op: Op) -> None:
        for region in op.regions:
            self._bind(region, self.value(op.operands[0]))
        self._finish(op, NOTHING, PURE)

    def _annassign(self, op: Op) -> None:
        if op.operands:
            self._bind(op.regions[0], self.value(op.operands[0]))
        else:
            self._region(op.regions[0])
        self._region(op.regions[1])
        self._finish(op, NOTHING, ANY)

    def _setattr(self, op: Op) -> None:
        for operand in op.operands:
            self._escape(self.value(operand))
        self._finish(op, NOTHING, ANY)

    def _setitem(self, op: Op) -> None:
        new, container, index = (self.value(operand) for operand in op.operands)
        effects = WRITE_HEAP | RAISE
        for atom in container:
            kind = type_name(atom)
            if kind == "list" and index <= INTEGERS:
                if isinstance(atom, Site):
                    self._put(atom, new)
                else:
                    self._escape(new)
                    self._written_unseen(new)
            elif kind == "list" and self._is_plain_slice(op.operands[2]) and isinstance(atom, Site):
                self._put(atom, self.element(new))
                self._resize((atom,))
                effects |= self.consumption(op.operands[0])
            elif kind == "dict" and is_plain(index):
                if isinstance(atom, Site):
                    self._put(atom, new, index)
                    self._resize((atom,))
                else:
                    self._escape(new)
                    effects |= CALL | ANY  # keys that are already there may be compared
                    continue
                if not is_plain(atom.keys):
                    effects |= ANY
            elif kind in SCALARS or kind == "tuple":
                continue
            else:
                effects |= ANY
                for value in (new, container, index):
                    self._escape(value)
        self._finish(op, NOTHING, effects)

    def _getitem(self, op: Op) -> None:
        container, index = (self.value(operand) for operand in op.operands)
        found: set[Atom] = set()
        effects = RAISE | READ_HEAP
        for atom in container:
            kind = type_name(atom)
            if op.operands[1].kind == "slice" and kind in ("str", "bytes", "list", "tuple", "range"):
                if not self._is_plain_slice(op.operands[1]):
                    effects |= ANY
                    self._escape(index)
                if kind in ("str", "bytes", "range"):
                    found.add(kind)
                elif kind == "list":
                    found |= self._made(op, "list", self.element((atom,)))
                else:
                    found.add("tuple")
                    self._escape((atom,))
            elif kind in ("list", "tuple", "str", "bytes", "range") and index <= SCALARS:
                if not index & INTEGERS:
                    continue  # TypeError
                position = op.operands[1].attrs.get("value") if op.operands[1].kind == "constant" else None
                if isinstance(atom, Tuple) and isinstance(position, int):
                    if -len(atom.items) <= position < len(atom.items):
                        found |= atom.items[position]
                elif isinstance(atom, (Site, Tuple)) or kind not in CONTAINERS:
                    found |= self.element((atom,))
                else:
                    found.add("any")
            elif kind == "dict" and is_plain(index) and isinstance(atom, Site) and is_plain(atom.keys):
                found |= atom.elements
            else:
                effects |= ANY
                found.add("any")
                self._escape(container)
                self._escape(index)
        self._finish(op, frozenset(found), effects)

    def _is_plain_slice(self, op: Op) -> bool:
        """Whether the parts of a slice are ints or left out: any other object is asked for its `__index__`."""
        return op.kind == "slice" and all(self.value(part) <= INTEGERS | NONE for part in op.operands)

    def _slice(self, op: Op) -> None:
        for operand in op.operands:
            self._escape(self.value(operand))
        self._finish(op, frozenset(("slice",)), PURE)

    def _getattr(self, op: Op) -> None:
        value = self.value(op.operands[0])
        if not value:
            self._finish(op, NOTHING, PURE)
            return
        if "any" not in value and self._called(op):
            known = all(hasattr(_TYPES.get(type_name(atom)), op.attrs["name"]) for atom in value)
            self._finish(op, METHOD, PURE if known else RAISE)
            return
        self._escape(value)
        self._finish(op, ANYTHING, ANY)

    def _called(self, op: Op) -> bool:
        user = consumer(op)
        return user is not None and user.kind == "call" and user.operands[0] is op

    def _fstring(self, op: Op) -> None:
        # several parts are joined to a new string; a single one is what its `__format__` gave
        items = op.operands[1:] if "percent" in op.attrs else op.operands
        known = len(items) != 1 or self.value(items[0]) == STR
        self._finish(op, STR if known else ANYTHING, PURE)

    def _format(self, op: Op) -> None:
        value = self.value(op.operands[0])
        if is_known(value):
            quiet = len(op.operands) == 1 and value <= _BRIEF
            self._finish(op, STR, _reads(value) | (PURE if quiet else RAISE))
        else:
            self._escape(value)
            self._finish(op, ANYTHING, ANY)

    def _display(self, op: Op) -> None:
        elements: set[Atom] = set()
        effects = PURE
        items = []
        for operand in op.operands:
            value = self.value(operand)
            if operand.kind == "star":
                inner = self.value(operand.operands[0])
                elements |= self.element(inner)
                effects |= self.consumption(operand.operands[0])
                if "any" in inner:
                    self._escape(inner)
            else:
                elements |= value
                items.append(value)
        if op.kind == "tuple":
            if len(items) == len(op.operands) and all(depth_of(item) < DEEPEST for item in items):
                self._finish(op, frozenset((Tuple(tuple(items)),)), effects)
                return
            self._escape(elements)
            self._finish(op, frozenset(("tuple",)), effects)
            return
        if op.kind == "set" and not is_plain(elements):
            effects |= ANY
            self._escape(elements)
            if len(op.operands) > _MOST_AT_ONCE or len(items) < len(op.operands):
                self._do_meanwhile(op.operands)
        self._finish(op, self._made(op, op.kind, elements), effects)

    def _star(self, op: Op) -> None:
        effects = self.consumption(op.operands[0]) | _may_be_too_long(self.value(op.operands[0]))
        user = consumer(op)
        if user is not None and user.kind == "def":
            effects |= RAISE  # `*args: *Ts` takes exactly one item
        self._finish(op, NOTHING, effects)

    def _dict(self, op: Op) -> None:
        operands = iter(op.operands)
        effects = PURE
        keys: set[Atom] = set()
        elements: set[Atom] = set()
        for entry in op.attrs["entries"]:
            first = self.value(next(operands))
            if entry == "p":
                keys |= first
                elements |= self.value(next(operands))
            else:
                self._escape(first)
                keys.add("any")
                elements.add("any")
        if not is_plain(keys):
            effects = ANY
            self._escape(keys)
            if "u" in op.attrs["entries"] or len(op.operands) > _MOST_AT_ONCE:
                self._do_meanwhile(op.operands)
        self._finish(op, self._made(op, "dict", elements, keys), effects)

    def _unary(self, op: Op) -> None:
        value = self.value(op.operands[0])
        symbol = op.attrs["op"]
        if symbol == "not":
            self._finish(op, BOOL, self._truth(op.operands[0]))
        elif value <= INTEGERS:
            self._finish(op, INT if value else NOTHING, PURE)
        elif value <= NUMBERS and symbol != "~":
            self._finish(op, frozenset("float" if atom == "float" else "int" for atom in value), PURE)
        else:
            self._escape(value)
            self._finish(op, ANYTHING, ANY)

    def _binary(self, op: Op) -> None:
        left, right = (self.value(operand) for operand in op.operands)
        symbol = op.attrs["op"]
        found: set[Atom] = set()
        effects = PURE
        for a in left:
            for b in right:
                result = _arithmetic(symbol, type_name(a), type_name(b), op.operands[1])
                if result is not None:
                    found |= result[0]
                    effects |= result[1]
                elif symbol == "+" and type_name(a) == type_name(b) == "list":
                    if op.kind == "inplace":
                        self._resize((a,))
                        if isinstance(a, Site):
                            self._put(a, self.element((b,)))
                        else:
                            self._escape(self.element((b,)))
                            self._written_unseen(self.element((b,)))
                        found.add(a)
                        effects |= WRITE_HEAP
                    else:
                        found |= self._made(op, "list", self.element((a,)) | self.element((b,)))
                        effects |= READ_HEAP
                elif symbol == "*" and op.kind != "inplace" and type_name(a) == "list" and b in INTEGERS:
                    found |= self._made(op, "list", self.element((a,)))
                    effects |= READ_HEAP if _is_small(op.operands[1]) else READ_HEAP | RAISE
                elif symbol == "*" and op.kind != "inplace" and type_name(b) == "list" and a in INTEGERS:
                    found |= self._made(op, "list", self.element((b,)))
                    effects |= READ_HEAP | RAISE
                elif symbol == "%" and a == "str" and is_known((b,)):
                    found.add("str")
                    effects |= RAISE | _reads((b,))
                else:
                    found.add("any")
                    effects |= ANY
        if "any" in found and effects & CALL:
            self._escape(left)
            self._escape(right)
        self._finish(op, frozenset(found), effects)

    def _compare(self, op: Op) -> None:
        value, effects = self._comparison(op.attrs["op"], self.value(op.operands[0]), self.value(op.operands[1]))
        self._finish(op, value, effects)

    def _comparison(self, symbol: str, left: Value, right: Value) -> tuple[Value, int]:
        if symbol in ("is", "is not"):
            return BOOL, PURE
        if symbol in ("in", "not in"):
            effects = PURE
            for atom in right:
                kind = type_name(atom)
                if kind == "str":
                    effects |= PURE if left <= STR else RAISE
                elif kind in CONTAINERS and searches_quietly(atom) and is_plain(left):
                    effects |= READ_HEAP
                elif kind == "range" and left <= INTEGERS:
                    continue
                else:
                    effects |= ANY
                    self._escape(left)
                    self._escape(right)
            return BOOL, effects
        if symbol in ("==", "!="):
            if is_known(left) and is_known(right):
                return BOOL, _reads(left | right)
        elif (left <= NUMBERS and right <= NUMBERS) or (left <= STR and right <= STR):
            return BOOL, PURE
        elif is_known(left) and is_known(right):
            return BOOL, RAISE | _reads(left | right)
        if left and right:
            self._escape(left)
            self._escape(right)
            return ANYTHING, ANY
        return NOTHING, PURE

    def _chain(self, op: Op) -> None:
        self._inner(op)
        parts = [self.value(operand) for operand in op.operands]
        parts += [self.value(region.result) for region in op.regions]
        found: set[Atom] = set()
        effects = PURE
        for symbol, left, right in zip(op.attrs["ops"], parts, parts[1:], strict=False):
            value, mask = self._comparison(symbol, left, right)
            found |= value
            effects |= mask
        if "any" in found:
            effects |= ANY
        self._finish(op, frozenset(found), effects)

    def _boolean(self, op: Op) -> None:
        self._inner(op)
        parts = [op.operands[0], *(region.result for region in op.regions)]
        found: set[Atom] = set()
        for part in parts:
            found |= self.value(part)
        effects = PURE
        for part in parts[:-1]:
            effects |= self._truth(part)
        self._finish(op, frozenset(found), effects)

    def _select(self, op: Op) -> None:
        self._inner(op)
        value = self.value(op.regions[0].result) | self.value(op.regions[1].result)
        self._finish(op, value, self._truth(op.operands[0]))

    def _walrus(self, op: Op) -> None:
        self._store(op)

    def _test(self, op: Op) -> None:
        self._inner(op)
        self._finish(op, NOTHING, self._truth(op.operands[0]) | (SPECS[op.kind].effects & CONTROL))

    def _assert(self, op: Op) -> None:
        for region in op.regions:
            self._region(region)
            self._escape(self.value(region.result))
        self._finish(op, NOTHING, self._truth(op.operands[0]) | RAISE | CONTROL)

    def _while(self, op: Op) -> None:
        self._inner(op)
        self._finish(op, NOTHING, self._truth(op.regions[0].result))

    def _for(self, op: Op) -> None:
        value = self.value(op.operands[0])
        if op.attrs["async"]:
            self._escape(value)
            value = ANYTHING
        if "any" in value:
            self._escape(value)
        self._bind(op.regions[0], self.element(value))
        for region in op.regions[1:]:
            self._region(region)
        self._finish(op, NOTHING, ANY if op.attrs["async"] else self.consumption(op.operands[0]))

    def _comprehension(self, op: Op) -> None:
        region = op.regions[0]
        source = self.value(op.operands[0])
        self._set(region.ops[0], source)
        self._region(region)
        keys: set[Atom] = set()
        elements: set[Atom] = set()
        for inner in walk(region):
            if inner.kind == "comp_element" and _owner(inner) is op:
                *key, element = (self.value(operand) for operand in inner.operands)
                elements |= element
                for part in key:
                    keys |= part
        kind = op.attrs["type"]
        effects = PURE
        if kind in ("set", "dict") and not is_plain(elements if kind == "set" else keys):
            effects = ANY
            self._escape(elements)
            self._escape(keys)
        value = self._made(op, kind, elements, keys)
        if kind == "generator":
            self._runs(self._sites[op], self.below(region) & ~CONTROL, self._written_below(region))
            if "any" in source:
                effects |= ANY
            elif not all(map(is_iterable, source)) or any(each.attrs.get("async") for each in region.ops):
                effects |= RAISE
        self._finish(op, value, effects)

    def _comp_element(self, op: Op) -> None:
        self._finish(op, NOTHING, PURE)

    def _lambda(self, op: Op) -> None:
        for operand in op.operands:
            self._escape(self.value(operand))
        self._region(op.regions[0])
        if op not in self._mapped or "any" in self._items[self._mapped[op]]:
            self._escape(self.value(op.regions[0].result))
        self._finish(op, ANYTHING, PURE)

    def _expression(self, op: Op) -> None:
        self._finish(op, NOTHING, PURE)

    def _return(self, op: Op) -> None:
        # the object leaves, and what is to be gone through runs code of this function afterwards
        self._escape(iterators_in(*map(self.value, op.operands)))
        self._finish(op, NOTHING, CONTROL)

    def _raise(self, op: Op) -> None:
        known = all(self.value(operand) <= EXCEPTION or self._builtin(operand) in EXCEPTIONS for operand in op.operands)
        if not known:
            for operand in op.operands:
                self._escape(self.value(operand))
        self._finish(op, NOTHING, RAISE | CONTROL if known and op.operands else SPECS["raise"].effects)

    def _jump(self, op: Op) -> None:
        self._finish(op, NOTHING, SPECS[op.kind].effects)

    def _nested(self, op: Op) -> None:
        self._inner(op)
        self._finish(op, NOTHING, SPECS[op.kind].effects)

    def _with(self, op: Op) -> None:
        self._escape(self.value(op.operands[0]))
        self._bind(op.regions[0], ANYTHING)
        self._region(op.regions[1])
        self._finish(op, NOTHING, ANY)

    # calls

    def _call(self, op: Op) -> None:
        callee, *arguments = op.operands
        values = [self.value(argument) for argument in arguments]
        if "" in op.attrs["keywords"]:
            given = op.operands[len(op.operands) - len(op.attrs["keywords"]) :]
            self._do_meanwhile(each for each, name in zip(given, op.attrs["keywords"], strict=True) if not name)
        plain = not op.attrs["keywords"] and all(argument.kind != "star" for argument in arguments)
        result: tuple[Value, int] | None = None
        name = self._builtin(callee)
        if plain and name:
            result = self._builtin_call(op, name, values)
        elif plain and callee.kind == "getattr":
            result = self._method_call(op, callee, values)
        elif op.attrs["keywords"] and set(op.attrs["keywords"]) <= _ORDERING:
            result = self._ordering_call(op, name, values)
        elif self._pinned is not None and callee.kind == "load" and callee.attrs["scope"] == "global":
            result = self._pinned(op)(self)
            self._first = self._first and result is None  # what it does may depend on what is known so far
        if result is None:
            for argument in arguments:
                self._hand_over(argument)
            self._escape(self.value(callee.operands[0] if callee.kind == "getattr" else callee))
            forced = FORCED_RESULTS.get(name) if name else None
            result = (frozenset((forced,)) if forced else ANYTHING, ANY)
        self._finish(op, *result)

    def _ordering_call(self, op: Op, name: str, values: list[Value]) -> tuple[Value, int] | None:
        """`sorted`, `min`, `max` or `list.sort` with a key: the items go to foreign code, their container does not."""
        callee = op.operands[0]
        given = values[: len(values) - len(op.attrs["keywords"])]
        if callee.kind == "getattr" and callee.attrs["name"] == "sort" and not given:
            container = self.value(callee.operands[0])
            if not all(isinstance(atom, Site) and atom.kind == "list" for atom in container):
                return None
            self._resize(container)
        elif name in ("sorted", "min", "max") and len(given) == 1 and op.operands[1].kind != "star":
            container = given[0]
        else:
            return None
        if not container:
            return NOTHING, PURE
        if "any" in container:
            return None
        elements = self.element(container)
        self._escape(elements)
        for value in values[len(given) :]:
            self._escape(value)
        if callee.kind == "getattr":
            return NONE, ANY
        if name == "sorted":
            return self._made(op, "list", elements), ANY
        return elements.union(*values[len(given) :]) if "default" in op.attrs["keywords"] else elements, ANY

    def _builtin_call(self, op: Op, name: str, values: list[Value]) -> tuple[Value, int] | None:
        if name == "print":
            return (NONE, ANY) if all(map(is_known, values)) else None
        if not all(values):
            return NOTHING, PURE
        if name == "len" and len(values) == 1:
            if all(type_name(atom) in (*CONTAINERS, "str", "bytes", "range") for atom in values[0]):
                # len(range(10 ** 30)) raises OverflowError
                return INT, READ_HEAP | (RAISE if "range" in values[0] else PURE)
            return None
        if name == "type" and len(values) == 1:
            return ANYTHING, PURE
        if name in ("list", "tuple", "set", "sorted", "enumerate", "reversed", "zip"):
            return self._from_iterables(op, name, values)
        if name in ("map", "filter"):
            return self._mapping(op, name, values)
        if name == "dict" and not values:
            return self._made(op, "dict"), PURE
        if name in ("sum", "min", "max", "any", "all"):
            return self._reduction(op, name, values)
        if name in ("bool", "isinstance", "callable", "id"):
            if name == "isinstance" or not all(map(is_known, values)):
                return None
            fits = len(values) == 1 or (name == "bool" and not values)
            return frozenset((SCALAR_FUNCTIONS[name],)), _reads(*values) | (PURE if fits else RAISE)
        if name in EXCEPTIONS and all(map(is_plain, values)):
            return EXCEPTION, RAISE
        if name == "str" and len(values) > 1:
            return None  # anybody may register a codec
        if name in SCALAR_FUNCTIONS and all(map(is_plain, values)):
            one = len(values) == 1
            brief = name in ("repr", "ascii", "str") and all(value <= _BRIEF for value in values)
            whole = (name in ("abs", "bin", "hex") and one) or (name == "range" and 1 <= len(values) < 3)
            quiet = (brief and (one or (name == "str" and not values))) or (
                whole and all(value <= INTEGERS for value in values)
            )
            effects = PURE if quiet else RAISE
            known = SCALAR_FUNCTIONS[name]
            if known:
                return frozenset((known,)), effects
            if name == "abs" and one and values[0] <= NUMBERS:
                return frozenset("float" if atom == "float" else "int" for atom in values[0]), PURE
            if name == "divmod":
                whole = all(value <= INTEGERS for value in values)
                return frozenset((Tuple((INT, INT)),)) if whole else ANYTHING, RAISE
            if name == "round" and len(values) == 1 and values[0] <= NUMBERS:
                return INT, RAISE
            return frozenset(("int", "float", "complex")), RAISE
        return None

    def _from_iterables(self, op: Op, name: str, values: list[Value]) -> tuple[Value, int] | None:
        kind = {"list": "list", "sorted": "list", "set": "set", "tuple": "tuple"}.get(name, "iterator")
        if not values:
            return (self._made(op, kind), PURE) if name in ("list", "set") else None
        if len(values) > 1 and name != "zip":
            return None
        # a `reversed` of a range tells its length, other iterators have none
        effects = _may_be_too_long(values[0]) if kind != "iterator" or name == "reversed" else PURE
        for operand, value in zip(op.operands[1:], values, strict=True):
            effects |= self.consumption(operand)
            if "any" in value:
                if name == "reversed":
                    return None
                self._escape(value)
        parts = [self.element(value) for value in values]
        if name == "enumerate":
            elements: Iterable[Atom] = (Tuple((INT, parts[0])),)
        elif name == "zip":
            elements = (Tuple(tuple(parts)),)
        else:
            elements = parts[0]
        if depth_of(elements) > DEEPEST:
            return None
        if (name == "set" and not is_plain(elements)) or (name == "sorted" and not is_known(elements)):
            effects |= ANY
            self._escape(elements)
        if name == "sorted":
            effects |= RAISE
        if name == "tuple":
            self._escape(elements)
            return frozenset(("tuple",)), effects
        made = self._made(op, kind, elements)
        if kind == "iterator":
            self._runs(self._sites[op], effects, self._written_by(*op.operands[1:]))
            if not effects & CALL:
                effects = PURE if name != "reversed" and all(map(is_iterable, chain(*values))) else RAISE
        return made, effects

    def _find_mapped(self, calls: Iterable[Op]) -> None:
        for op in calls:
            if self._builtin(op.operands[0]) in ("map", "filter"):
                parameter = mapped_parameter(op)
                if parameter:
                    function = op.operands[1]
                    self._mapped[function] = op
                    self._items[op] = set()
                    for load in walk(function.regions[0]):
                        if load.kind == "load" and load.attrs["name"] == parameter:
                            self._parameter_of[load] = op

    def _offer(self, call: Op, items: Value) -> None:
        """Note what a `map` or `filter` may call its lambda with."""
        known = self._items.get(call)
        if known is not None and not items <= known:
            known |= items
            self._changed = True

    def _mapping(self, op: Op, name: str, values: list[Value]) -> tuple[Value, int] | None:
        """`map` or `filter` with a lambda is as good as a generator with the lambda's body in it."""
        if op not in self._items:
            return None
        if "any" in values[1]:
            self._offer(op, ANYTHING)
            return None
        items = self.element(values[1])
        self._offer(op, items)
        body = op.operands[1].regions[0]
        effects = self.below(body) | self.consumption(op.operands[2])
        if name == "filter":
            effects |= self._truth(body.result)
        made = self._made(op, "generator", self.value(body.result) if name == "map" else items)
        self._runs(self._sites[op], effects, self._written_below(body) | self._written_by(op.operands[2]))
        return made, PURE if all(map(is_iterable, values[1])) else RAISE

    def _reduction(self, op: Op, name: str, values: list[Value]) -> tuple[Value, int] | None:
        if len(values) == 1:
            effects = self.consumption(op.operands[1])
            elements = self.element(values[0])
        elif name in ("min", "max") and values:
            effects = PURE
            elements = frozenset().union(*values)
        else:
            return None
        if effects & CALL and "any" in values[0]:
            return None
        if name in ("any", "all"):
            return (BOOL, effects | _reads(elements)) if "any" not in elements else None
        if not (elements <= NUMBERS or (name != "sum" and elements <= STR)):
            return None
        if name == "sum":
            mixed = RAISE if len(elements) > 1 and "float" in elements else PURE
            return INT | (elements - {"bool"}), effects | mixed
        return elements, effects | (RAISE if len(values) == 1 else PURE)

    def _method_call(self, op: Op, callee: Op, values: list[Value]) -> tuple[Value, int] | None:
        receiver = self.value(callee.operands[0])
        method = callee.attrs["name"]
        if not receiver:
            return NOTHING, PURE
        if receiver == STR:
            return self._str_method(op, method, values)
        if method == "count" and len(values) == 1 and all(type_name(atom) in ("list", "tuple") for atom in receiver):
            return (INT, READ_HEAP) if is_plain(values[0]) and is_plain(self.element(receiver)) else None
        if not all(isinstance(atom, Site) and not atom.escaped for atom in receiver):
            return None
        sites = [atom for atom in receiver if isinstance(atom, Site)]
        kinds = {site.kind for site in sites}
        if len(kinds) != 1:
            return None
        if method in RESIZING:
            self._resize(receiver)
        handler = _METHODS.get((kinds.pop(), method))
        return handler(self, op, sites, values) if handler is not None else None

    def _str_method(self, op: Op, method: str, values: list[Value]) -> tuple[Value, int] | None:
        if method == "join" and len(values) == 1:
            if "any" in values[0] or not all(self.element((atom,)) <= STR for atom in values[0]):
                return None
            return STR, self.consumption(op.operands[1])
        result = STR_METHODS.get(method)
        if result is None or not all(map(is_plain, values)) or (method == "encode" and values):
            return None  # anybody may register a codec, or what handles its errors
        effects = PURE if method in QUIET_STR_METHODS and not values else RAISE
        if result == "list:str":
            return self._made(op, "list", STR), effects
        return frozenset((result,)), effects

    def _append(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        if len(values) != 1:
            return None
        for site in sites:
            self._put(site, values[0])
        return NONE, WRITE_HEAP

    def _extend(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        if len(values) != 1 or "any" in values[0]:
            return None
        for site in sites:
            self._put(site, self.element(values[0]))
        return NONE, WRITE_HEAP | self.consumption(op.operands[1]) | _may_be_too_long(values[0])

    def _insert(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        if len(values) != 2 or not values[0] <= INTEGERS:
            return None
        for site in sites:
            self._put(site, values[1])
        return NONE, WRITE_HEAP | RAISE

    def _pop(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        if len(values) > 1 or not all(value <= INTEGERS for value in values):
            return None
        found: set[Atom] = set()
        for site in sites:
            found |= site.elements
        return frozenset(found), WRITE_HEAP | RAISE

    def _clear(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        return (NONE, WRITE_HEAP) if not values else None

    def _sort(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        return (NONE, WRITE_HEAP | RAISE) if not values and all(is_known(site.elements) for site in sites) else None

    def _copy(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        if values:
            return None
        for site in sites:
            self._made(op, site.kind, site.elements, site.keys)
        return frozenset((self._sites[op],)), READ_HEAP

    def _add(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        if len(values) != 1 or not is_plain(values[0]) or not all(is_plain(site.elements) for site in sites):
            return None
        for site in sites:
            self._put(site, values[0])
        return NONE, WRITE_HEAP

    def _dict_get(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        if not 1 <= len(values) <= 2 or not is_plain(values[0]) or not all(is_plain(site.keys) for site in sites):
            return None
        found: set[Atom] = set(values[1] if len(values) == 2 else NONE)
        for site in sites:
            found |= site.elements
        return frozenset(found), READ_HEAP

    def _dict_view(self, op: Op, sites: list[Site], values: list[Value]) -> tuple[Value, int] | None:
        if values:
            return None
        found: set[Atom] = set()
        method = op.operands[0].attrs["name"]
        for site in sites:
            if method == "items":
                found.add(Tuple((frozenset(site.keys), frozenset(site.elements))))
            else:
                found |= site.keys if method == "keys" else site.elements
        if depth_of(found) > DEEPEST:
            return None
        value = self._made(op, "iterator", found)
        self._sites[op].effects |= READ_HEAP | RAISE
        return value, PURE

    # summaries

    def below(self, region: Region) -> int:
        """The joined effects of every op below a region that runs when the region does."""
        mask = PURE
        for op in running(region):
            mask |= self.effects.get(op, SPECS[op.kind].effects)
        return mask

    def _written_below(self, region: Region) -> Value:
        """The containers that the ops below a region change that run when the region does."""
        writing = [op for op in running(region) if self.effects.get(op, PURE) & WRITE_HEAP]
        return frozenset[Atom]().union(*map(self.written, writing))


def mapped_parameter(call: Op) -> str:
    """The parameter of the lambda in `map(lambda x: ..., xs)`, if it has only that and no scopes inside."""
    if len(call.operands) != 3 or call.attrs["keywords"] or call.operands[2].kind == "star":
        return ""
    function = call.operands[1]
    if function.kind != "lambda" or function.operands or len(function.attrs["parameters"]) != 1:
        return ""
    name: str = function.attrs["parameters"][0]
    inside = list(walk(function.regions[0]))
    scoped = any(region.scope is not None for op in inside for region in op.regions)
    bound = any(op.kind == "walrus" and op.attrs["name"] == name for op in inside)
    return "" if scoped or bound or name.startswith("*") else name


def _reads(*values: Iterable[Atom]) -> int:
    """What looking into values of known types reads."""
    return PURE if all(map(is_plain, values)) else READ_HEAP


def _may_be_too_long(value: Iterable[Atom]) -> int:
    """A range may have more items than a list can."""
    return RAISE if "range" in value else PURE


def _are_builtin(kinds: Iterable[str]) -> bool:
    return all(kind in SCALARS or kind in CONTAINERS for kind in kinds)


def _owner(op: Op) -> Op | None:
    """The comprehension an element belongs to."""
    while op.region is not None and op.region.parent is not None:
        op = op.region.parent
        if op.kind == "comprehension":
            return op
    return None


def _is_small(count: Op) -> bool:
    return count.kind == "constant" and isinstance(count.attrs["value"], int) and count.attrs["value"] < _LARGEST


def _is_whole(exponent: Op) -> bool:
    """Whether an exponent is written as a whole number: a power of a negative number is then no complex one."""
    value = exponent.attrs["value"] if exponent.kind == "constant" else None
    return isinstance(value, int) or (isinstance(value, float) and value.is_integer())


def _arithmetic(symbol: str, left: str, right: str, divisor: Op) -> tuple[Value, int] | None:
    """Type and effects of `left symbol right` for exact scalars, None where foreign code may run."""
    if left in INTEGERS and right in INTEGERS:
        small = divisor.kind == "constant" and isinstance(divisor.attrs["value"], int) and divisor.attrs["value"] >= 0
        if symbol in ("+", "-", "*"):
            return INT, PURE
        if symbol in ("&", "|", "^"):
            return BOOL if left == right == "bool" else INT, PURE
        if symbol in ("//", "%"):
            return INT, PURE if small and divisor.attrs["value"] else RAISE
        if symbol == "/":
            return FLOAT, RAISE
        if symbol in ("<<", ">>"):
            return INT, PURE if small and (symbol == ">>" or _is_small(divisor)) else RAISE
        if symbol == "**":
            return (INT, PURE) if small else (frozenset(("int", "float")), RAISE)
        return None
    if left in NUMBERS and right in NUMBERS:
        mixed = PURE if left == right else RAISE
        if symbol in ("+", "-", "*"):
            return FLOAT, mixed
        if symbol in ("/", "//", "%"):
            return FLOAT, RAISE
        if symbol == "**":
            return (FLOAT if _is_whole(divisor) else frozenset(("float", "complex"))), RAISE
        return None
    if left == right and left in ("str", "bytes") and symbol == "+":
        return frozenset((left,)), PURE
    if symbol == "*" and left in ("str", "bytes") and right in INTEGERS:
        return frozenset((left,)), PURE if _is_small(divisor) else RAISE  # 10 ** 20 does not fit an index
    if symbol == "*" and right in ("str", "bytes") and left in INTEGERS:
        return frozenset((right,)), RAISE
    if left in SCALARS and right in SCALARS and "complex" not in (left, right) and symbol != "%":
        return NOTHING, RAISE
    return None


_EXACTLY: Final[dict[type, Value]] = {}
"""The value of each type of constant."""

_TRANSFER: Final[dict[str, Callable[[Values, Op], None]]] = {
    "constant": Values._constant,
    "load": Values._load,
    "store": Values._store,
    "walrus": Values._walrus,
    "argument": Values._argument,
    "fstring": Values._fstring,
    "format": Values._format,
    "tuple": Values._display,
    "list": Values._display,
    "set": Values._display,
    "dict": Values._dict,
    "star": Values._star,
    "slice": Values._slice,
    "unary": Values._unary,
    "binary": Values._binary,
    "inplace": Values._binary,
    "compare": Values._compare,
    "chain": Values._chain,
    "boolean": Values._boolean,
    "select": Values._select,
    "getattr": Values._getattr,
    "getitem": Values._getitem,
    "call": Values._call,
    "lambda": Values._lambda,
    "comprehension": Values._comprehension,
    "comp_for": Values._for,
    "comp_if": Values._test,
    "comp_element": Values._comp_element,
    "unpack": Values._unpack,
    "assign": Values._assign,
    "annassign": Values._annassign,
    "setattr": Values._setattr,
    "setitem": Values._setitem,
    "expression": Values._expression,
    "result": Values._expression,
    "global": Values._expression,
    "nonlocal": Values._expression,
    "pass": Values._expression,
    "break": Values._jump,
    "continue": Values._jump,
    "return": Values._return,
    "raise": Values._raise,
    "assert": Values._assert,
    "if": Values._test,
    "while": Values._while,
    "for": Values._for,
    "try": Values._nested,
    "with": Values._with,
    "handler": Values._nested,
}

_TYPES: Final = {kind.__name__: kind for kind in (list, dict, set, tuple, str, bytes, int, bool, float, complex, range)}

_METHODS: Final[dict[tuple[str, str], Callable[[Values, Op, list[Site], list[Value]], tuple[Value, int] | None]]] = {
    ("list", "append"): Values._append,
    ("list", "extend"): Values._extend,
    ("list", "insert"): Values._insert,
    ("list", "pop"): Values._pop,
    ("list", "clear"): Values._clear,
    ("list", "sort"): Values._sort,
    ("list", "reverse"): Values._clear,
    ("list", "copy"): Values._copy,
    ("set", "add"): Values._add,
    ("set", "discard"): Values._add,
    ("set", "clear"): Values._clear,
    ("dict", "get"): Values._dict_get,
    ("dict", "items"): Values._dict_view,
    ("dict", "keys"): Values._dict_view,
    ("dict", "values"): Values._dict_view,
    ("dict", "clear"): Values._clear,
}
_MOST_AT_ONCE: Final = 30
"""Operands that a display takes in all together; of more it takes in some before it evaluates the others."""
