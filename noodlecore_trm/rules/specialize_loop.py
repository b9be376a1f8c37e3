"""
Run a loop in a version of its own when a check shows what its variables hold.

    for ...: ...   ->   if type(n) is int and step is _step: for ...: ...
                        else: for ...: ...

`any` and `all` of a generator are loops as well. Where the variables of a loop come from statements
right before it, as in `words = text.split()`, the version begins with them.

Before:

    def count(n):
        i = 0
        while i < n:
            i += 1
        return i

After:

    def count(n):
        i = 0
        if type(n) is int:
            while i < n:
                i += 1
        else:
            while i < n:
                i += 1
        return i

Why: both arms are the same loop, so this alone is legal anywhere and gains nothing; inside the
first arm the checked types and functions are facts, and other rules can stand on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import INT, holds_anything
from noodlecore_trm.ir.facts.bounds import range_arguments
from noodlecore_trm.ir.facts.builtins import STR_METHODS
from noodlecore_trm.ir.facts.checks import Check, Levels, build_check, build_limit, read_checks, text_of_check
from noodlecore_trm.ir.facts.hints import Hints
from noodlecore_trm.ir.facts.leaves import snapshot_of
from noodlecore_trm.ir.facts.methods import is_defined, module_level
from noodlecore_trm.ir.facts.reaching import (
    INNER_PARAMETER,
    PARAMETER,
    UNBOUND,
    UNKNOWN,
    Definition,
    Definitions,
    Refinement,
)
from noodlecore_trm.ir.facts.uses import is_quantifier
from noodlecore_trm.ir.op import Op, clone, everything, tree, walk
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "with a `type` or `int` of the module's own the check means something else",
    "already_in_a_version": "a version of a version checks the same thing twice",
    "declares_a_name": "in the second arm, `global total` would come after uses of total",
    "shares_its_line": "`i = 0; total = 0` in the same block would have to be taken apart, as would `elif any(...)`",
    "nothing_to_check": "no parameter shows by its use what type to ask for, no function called is sure to be there",
}

_TYPES = ("int", "bool", "float", "str", "list", "dict", "set", "tuple")
_ASKED = ("type", "len", *_TYPES)
_LOOPS = ("for", "while", "comp_for")
_STR = frozenset(("str",))
_INT = frozenset(("int",))
_STRAIGHT = ("store", "setitem", "expression", "assign", "annassign")
_MOST_PINNED = 8
"""Functions that a version asks for; each is one more check before the loop."""
_MOST_WRITTEN = 40
"""Ops of a display of constants whose items are worth a look before a loop."""


@dataclass(frozen=True)
class Version:
    """The statements from the first to the last loop, what to check, and the functions to pin."""

    statements: tuple[Op, ...]
    checks: tuple[Check, ...]
    limits: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    """Free names for the items of checked containers, by depth."""
    scope: Scope
    pinned: tuple[tuple[str, str, Op | None], ...]  # name, snapshot, definition if the snapshot is new


def match(function: Function, op: Op) -> bool:
    if op.kind == "call" and not is_quantifier(op):
        return False
    if function.is_module or any(outer.kind in _LOOPS or outer.kind == "lambda" for outer in function.enclosing(op)):
        return False
    return op.region is not None and op.region.kind == "block"


def prove(function: Function, op: Op) -> Version | Refused:
    if not all(map(function.facts.is_builtin, _ASKED)) or function.hides(op, *_ASKED):
        return Refused("name_is_rebound")
    anchor = function.statement(op)
    assert anchor.region is not None
    if anchor.region.inline or anchor.attrs.get("elif"):
        return Refused("shares_its_line")
    if _is_version(function, op):
        return Refused("already_in_a_version")
    statements = _stretch(function, anchor)
    inside = [each for statement in statements for each in everything(statement)]
    if any(each.kind in ("global", "nonlocal") for each in inside):
        return Refused("declares_a_name")
    pinned, bodies = _functions_to_pin(function, inside)
    checks = _checks(function, statements, inside, _read_in(function, bodies))
    if not checks and not pinned:
        return Refused("nothing_to_check")
    depth = max((len(check.levels) - 1 for check in checks), default=0)
    names = tuple(reversed([_item_name(function, level) for level in range(depth)]))
    tables = {check.name for check in checks if check.scope == "local" and len(check.levels) > 2}
    integers = {check.name for check in checks if check.scope == "local" and check.levels == (_INT,)}
    limits = _row_counts(function, inside, tables, integers)
    return Version(statements, checks, limits, names, function.scope, pinned)


def _item_name(function: Function, level: int) -> str:
    """A free name for an item, `level` levels above the innermost one."""
    taken = function.scope.names()
    hints = ("x", "item", "value") if level == 0 else ("row", "part", "entry")
    return function.fresh_name(next((hint for hint in hints if hint not in taken), hints[0]))


def _is_version(function: Function, op: Op) -> bool:
    for outer in function.enclosing(op):
        if outer.kind == "if" and (
            read_checks(outer.operands[0], function.facts.is_builtin) or function.facts.identities(outer.operands[0])
        ):
            return True
    return False


def _stretch(function: Function, anchor: Op) -> tuple[Op, ...]:
    """
    The statements of a version: those that what its loop works on comes from, the loop, and later
    loops over the same.
    """
    assert anchor.region is not None
    roots = list(anchor.region.roots())
    place = first = last = roots.index(anchor)
    wanted = _unknown(function, anchor)
    made: set[str] = set()
    for index in range(place - 1, -1, -1):
        root = roots[index]
        if root.kind not in _STRAIGHT:
            break
        if root.kind == "store" and root.attrs["name"] in wanted and _may_become_known(function, root.operands[0]):
            wanted |= _unknown(function, root)
            made.add(root.attrs["name"])
            if root.operands[0].kind != "load":  # of what has two names, either may be checked
                first = index
    shared = made if anchor.kind in ("for", "while") else wanted
    for index in range(place + 1, len(roots)):
        if _holds_loop(roots[index]) and shared & _unknown(function, roots[index]):
            last = index
    return tuple(roots[first : last + 1])


def _unknown(function: Function, statement: Op) -> set[str]:
    """Variables that a statement reads, and of which, or of whose items, nothing is known."""
    return {
        str(op.attrs["name"])
        for op in everything(statement)
        if op.kind == "load" and function.is_local(op) and holds_anything(function.values.value(op))
    }


def _holds_loop(statement: Op) -> bool:
    return any(op.kind in ("for", "while") or is_quantifier(op) for op in everything(statement))


def _may_become_known(function: Function, value: Op) -> bool:
    """Whether the type of an expression may follow from those of its variables."""
    for op in everything(value):
        if op.kind == "call" and op.operands[0].kind == "getattr":
            if op.operands[0].attrs["name"] not in STR_METHODS:
                return False
        elif op.kind == "call" and not function.builtin(op.operands[0]):
            callee = op.operands[0]
            known = function.facts.callee(callee.attrs["name"]) if callee.kind == "load" else None
            if known is None or not function.facts.may_be_quiet(known):
                return False
    return any(op.kind == "load" and function.is_local(op) for op in everything(value))


def _read_in(function: Function, bodies: list[list[Op]]) -> set[str]:
    """The constants that functions read."""
    names = {op.attrs["name"] for ops in bodies for op in ops if op.kind == "load" and op.attrs["scope"] == "global"}
    return {name for name in names if name in function.facts.constants}


def _checks(
    function: Function, statements: tuple[Op, ...], inside: list[Op], constants: set[str]
) -> tuple[Check, ...]:
    """Variables of unknown type that the version is entered with, and the types their uses suggest, and globals."""
    own = set(inside)
    loads = [op for op in inside if op.kind == "load"]
    entry: dict[str, Definitions] = {}
    for load in loads:
        definitions = function.definitions(load)
        outside = definitions - own
        if function.is_local(load) and not any(isinstance(each, Refinement) and each.test in own for each in outside):
            entry[load.attrs["name"]] = entry.get(load.attrs["name"], frozenset()) | outside
    unknown = [
        name
        for name, definitions in entry.items()
        if not definitions & {UNBOUND, UNKNOWN, INNER_PARAMETER}
        and any("any" in function.values.definition(definition) for definition in definitions)
    ]
    read = {load.attrs["name"] for load in loads if load.attrs["scope"] == "global"}
    visible = sorted(name for name in read | constants if not function.hides(inside[-1], name))
    known = _constants(function, inside[-1], visible)
    texts = frozenset(check.name for check in known if check.levels == (_STR,))
    hints = Hints(function, inside, unknown, _depths(statements), texts)
    defaults, annotated = _defaults(function), _annotations(function)
    found = {}
    for name in unknown:
        levels = hints.levels(name)
        is_parameter = function.reaching.all.get(name) == {PARAMETER}
        named = None
        if is_parameter:
            default = defaults.get(name)
            named = annotated.get(name) or (None if default == "float" and levels is None else default)
        if named and (levels is None or levels[0] != {named}):
            levels = (frozenset((named,)),)
        seen = function.facts.observed.argument(function, name) if is_parameter else None
        if seen is not None:
            levels = _as_observed(levels, seen)
        if levels:
            found[name] = Check(name, "local", levels, hints.least(name, levels))
    checks = sorted(found.values(), key=lambda check: (len(check.levels), check.name))
    return (*known, *checks)


def _as_observed(levels: Levels | None, seen: str) -> Levels | None:
    """What to ask for where a profile has seen the type, such as `int` or `list[int]`, or several (empty)."""
    kind, _, items = seen.removesuffix("]").partition("[")
    if kind not in _TYPES:
        return None  # the check would fail
    if levels is None or kind not in levels[0]:
        return (frozenset((kind,)),)
    if items and len(levels) > 1 and items not in levels[1]:
        return levels[:1]
    return levels


def _depths(statements: tuple[Op, ...]) -> dict[Op, int]:
    """In how many loops of a version each op in it runs."""
    found: dict[Op, int] = {}
    pending: list[tuple[Sequence[Op], int]] = [(tree(statement), 0) for statement in statements]
    while pending:
        ops, depth = pending.pop()
        for op in ops:
            found[op] = depth + (op.kind in _LOOPS)
            pending.extend((inner.ops, depth + (op.kind in _LOOPS)) for inner in op.regions)
    return found


def _row_counts(
    function: Function, inside: list[Op], tables: set[str], integers: set[str]
) -> tuple[tuple[str, str], ...]:
    """Each count `n` that is sure to be an int, and table `rows`, of `for i in range(n): ... rows[i] ...`."""
    pairs = []
    own = set(inside)
    for op in inside:
        if op.kind not in ("getitem", "setitem") or op.operands[-2].kind != "getitem":
            continue
        table, index = op.operands[-2].operands
        if (
            table.kind != "load"
            or table.attrs["name"] not in tables
            or len(function.reaching.all[table.attrs["name"]]) > 1
        ):
            continue
        counts = {
            _counted_by(function, definition, own) for load in tree(index) for definition in function.definitions(load)
        }
        known = (count for count in counts - {""} if count in integers or _is_integer(function, count))
        pairs += [(count, table.attrs["name"]) for count in sorted(known)]
    return tuple(dict.fromkeys(pairs))


def _is_integer(function: Function, name: str) -> bool:
    """Whether a variable is never bound to anything but an int."""
    return all(function.values.definition(each) <= INT for each in function.reaching.all[name])


def _counted_by(function: Function, definition: Definition, own: set[Op]) -> str:
    """`n` if a definition is the counter of a loop over `range(n)` or `range(1, n - 1)`, and `own` does not bind it."""
    if not isinstance(definition, Op) or definition.region is None or definition.region.parent is None:
        return ""
    loop = definition.region.parent
    limits = range_arguments(function, loop.operands[0]) if loop.kind == "for" else None
    if limits is None:
        return ""
    stop = limits[1].operands[0] if limits[1].kind == "binary" else limits[1]
    if stop.kind != "load" or stop.attrs["scope"] != "local" or stop.attrs["name"] in function.captured:
        return ""
    name: str = stop.attrs["name"]
    everywhere = function.reaching.all.get(name, set())
    outside = all(
        each is PARAMETER or (isinstance(each, Op) and each not in own and not function.in_loop(each))
        for each in everywhere
    )
    checked = any(isinstance(each, Refinement) and each.test in own for each in function.definitions(stop))
    return name if len(everywhere) == 1 and outside and not checked and function.is_bound(stop) else ""


def _constants(function: Function, op: Op, names: list[str]) -> list[Check]:
    """Globals that the module binds once, to something written down, before the function is there to be called."""
    roots = list(function.facts.module.body.roots())
    own = module_level(function, op)
    found = []
    for name in names:
        bindings = function.facts.bindings.get(name, [])
        assert function.facts.scope is not None
        if len(bindings) != 1 or name in function.facts.scope.written_below or bindings[0] not in roots:
            continue
        if bindings[0].kind == "store" and roots.index(bindings[0]) < roots.index(own):
            written = bindings[0].operands[0]
            levels = _written_levels(written) if len(tree(written)) <= _MOST_WRITTEN else None
            if levels is not None and all(level <= set(_TYPES) for level in levels):
                found.append(Check(name, "global", levels))
    return found


def _written_levels(op: Op) -> Levels | None:
    """The levels of a constant, or of a display of things that are alike."""
    if op.kind == "unary" and op.attrs["op"] == "-":
        op = op.operands[0]
    if op.kind == "constant":
        return (frozenset((type(op.attrs["value"]).__name__,)),)
    if op.kind not in ("list", "tuple", "set", "dict") or set(op.attrs.get("entries", "")) - {"p"}:
        return None
    items = [_written_levels(item) for item in (op.operands[::2] if op.kind == "dict" else op.operands)]
    known = [levels for levels in items if levels is not None]
    inner = {levels[:-1] for levels in known}
    if len(known) < len(items) or len(inner) != 1:
        return None
    return (frozenset((op.kind,)), *inner.pop(), frozenset().union(*(levels[-1] for levels in known)))


def _annotations(function: Function) -> dict[str, str]:
    """Types that annotations name: a guess that is checked, not a fact."""
    assert function.op is not None
    attrs = function.op.attrs
    written = [operand for operand, what in zip(function.op.operands, attrs["layout"], strict=True) if what == "a"]
    found = {}
    for name, operand in zip(attrs["annotated"], written, strict=True):
        base = operand.operands[0] if operand.kind == "getitem" else operand
        if base.kind == "load" and base.attrs["name"] in _TYPES:
            found[name] = base.attrs["name"]
        elif base.kind == "constant" and base.attrs["value"] in _TYPES:
            found[name] = base.attrs["value"]
    return found


def _defaults(function: Function) -> dict[str, str]:
    """
    Types of the constants that flags and modes have for defaults: a guess that is checked, too.

    An int often stands for a number of any type, so a default of 1 says nothing.
    """
    assert function.op is not None
    attrs = function.op.attrs
    positional = [name for name in attrs["parameters"] if name != "/"]
    star = next((place for place, name in enumerate(positional) if name.startswith("*")), len(positional))
    found = {}
    for letter, names in (("v", positional[:star]), ("k", list(attrs["defaulted"]))):
        written = [op for op, what in zip(function.op.operands, attrs["layout"], strict=True) if what == letter]
        for name, operand in zip(reversed(names), reversed(written), strict=False):
            kind = type(operand.attrs["value"]).__name__ if operand.kind == "constant" else ""
            if kind in ("bool", "float", "str"):
                found[name] = kind
    return found


def _functions_to_pin(
    function: Function, inside: list[Op]
) -> tuple[tuple[tuple[str, str, Op | None], ...], list[list[Op]]]:
    """
    The functions that are called, with snapshots (and definitions if those are new), and what their bodies hold. The
    nearest come first, and what is called further down is left out where there are too many.
    """
    found: dict[str, tuple[str, str, Op | None]] = {}
    pending = [inside]
    for ops in pending:
        for op in ops:
            if len(found) == _MOST_PINNED:
                return tuple(found.values()), pending[1:]
            if op.kind == "call" and op.operands[0].kind == "load" and op.operands[0].attrs["scope"] == "global":
                name = op.operands[0].attrs["name"]
                callee = function.facts.callee(name)
                if callee is None or name in found or not function.facts.may_be_quiet(callee):
                    continue
                snapshot = snapshot_of(function.facts, callee.definition)
                hidden = function.hides(inside[-1], name) or function.hides(inside[-1], snapshot)
                if is_defined(function, inside[-1], callee.definition) and not hidden:
                    new = snapshot or function.fresh_name(f"_{name.lstrip('_')}", module_level=True)
                    found[name] = (name, new, None if snapshot else callee.definition)
                    pending.append(list(walk(callee.definition.regions[0])))
    return tuple(found.values()), pending[1:]


def build(proof: Version) -> Replacement:
    # what comes last is known to be true still: a comparison of what is known to be an int only here may run code
    local = [check for check in proof.checks if check.scope != "global"]
    others = [check for check in proof.checks if check.scope == "global"]
    checks = [part for check in local for part in build_check(check, proof.names, proof.scope)]
    checks += [build_limit(count, container) for count, container in proof.limits]
    checks += [part for check in others for part in build_check(check, proof.names, proof.scope)]
    checks += [
        make.compare("is", make.load(name, "global"), make.load(snapshot, "global"))
        for name, snapshot, _ in proof.pinned
    ]
    source = proof.statements[0].region
    version = make.if_(
        make.conjunction(checks),
        make.block([clone(statement) for statement in proof.statements], source),
        make.block(proof.statements, source),
        version=True,
    )
    edits = [Edit(proof.statements, (version,))]
    for name, snapshot, definition in proof.pinned:
        if definition is not None:
            edits.append(Edit((definition,), (definition, make.store(snapshot, make.load(name, "global"), "global"))))
    words = [text_of_check(check, proof.names) for check in local]
    words += [f"{count} <= len({container})" for count, container in proof.limits]
    words += [text_of_check(check, proof.names) for check in others]
    words += [f"{name} is {snapshot}" for name, snapshot, _ in proof.pinned]
    return Replacement(tuple(edits), " and ".join(words))


RULE = Rule(__name__.rpartition(".")[2], "versions", ("for", "while", "call"), match, prove, build, REFUSALS)
