"""
Run a loop of the module's own body in a function, where its names are fast.

    for ...: total += ...   ->   def _loop(total): for ...: ...; return total
                                 total = _loop(total)

Before:

    total = 0
    for i in range(1000):
        total += i * i
    print(total, i)

After:

    total = 0
    def _loop(total):
        for i in range(1000):
            total += i * i
        return i, total
    i, total = _loop(total)
    print(total, i)

Why: a global is looked up in a dictionary, a local in an array: the loop runs about twice as
fast. Nothing else can look at the globals while a loop runs that calls no foreign code.
If a turn raises, the globals are not brought up to date; that is allowed only at the top level
of a module, outside of any `try`, and where no function of the module reads them.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import CALL, RAISE, SUSPEND
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.bounds import exact, limits, range_arguments
from noodlecore_trm.ir.facts.loops import jumps
from noodlecore_trm.ir.facts.reaching import BINDERS, bound_names
from noodlecore_trm.ir.facts.summaries import Premise
from noodlecore_trm.ir.op import Op, Region, clone, everything, tree, walk
from noodlecore_trm.ir.scope import MAY_BE_GLOBAL, Scope
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "defines_something": "a function made in the loop, or `del`, needs the names to be global",
    "name_is_shared": "a function with `global total` and the loop have to see the same total",
    "value_comes_from_elsewhere": "after `setup()` a list may be in other hands, and a name may mean something else",
    "runs_foreign_code": "a function called in the loop may read the globals that the loop sets",
    "may_raise": "if a turn raises, a function registered with atexit sees how far the globals have got",
    "names_may_stay_unbound": "a loop of no turns binds nothing, `return i` would raise UnboundLocalError",
}

_OWN_SCOPES = frozenset(
    (
        "def", "class", "lambda", "comprehension", "global", "nonlocal", "import", "importfrom", "annassign", "delname",
        "case", "try",
    )
)  # fmt: skip
_QUIET_KINDS = frozenset(("store", "assign", "expression", "pass", "for", "while", "if", "setitem"))
_FOREIGN = CALL | SUSPEND


@dataclass(frozen=True)
class Moved:
    """The loop, what its function takes and gives back, and the function's name and scope."""

    loop: Op
    parameters: tuple[str, ...]
    results: tuple[str, ...]
    unsure: tuple[str, ...]  # may stay unbound, so they remain globals
    locals: tuple[str, ...]
    name: str
    module: Scope


def match(function: Function, op: Op) -> bool:
    return function.is_module and op.region is function.body and not op.attrs.get("async")


def prove(function: Function, op: Op) -> Moved | Refused:
    below = list(everything(op))
    if any(each.kind in _OWN_SCOPES for each in below):
        return Refused("defines_something")
    bound = list(dict.fromkeys(name for each in below if each.kind in BINDERS for name in bound_names(each)))
    read = list(
        dict.fromkeys(each.attrs["name"] for each in below if each.kind == "load" and not function.builtin(each))
    )
    scope = function.scope
    if any(name in scope.written_below for name in (*bound, *read)):
        return Refused("name_is_shared")
    names = [name for name in dict.fromkeys((*read, *bound)) if not _is_function(function, name)]
    before = {name: make.load(name, "global") for name in names}
    after = {name: make.load(name, "global") for name in names}
    view = _quiet_stretch(function, op, list(before.values()), list(after.values()))
    loads = [each for each in below if each.kind == "load" and each.attrs["name"] in read]
    if any(not view.is_bound(load) for load in loads):
        return Refused("value_comes_from_elsewhere")
    mask = view.tree_effects(op)
    if mask & _FOREIGN:
        return Refused("runs_foreign_code")
    if mask & RAISE and any(_reads(scope, name) for name in bound):
        return Refused("may_raise")
    sure = _surely_bound(view, op)
    unsure = tuple(name for name in bound if name not in sure and not view.is_bound(after[name]))
    if len(unsure) == len(bound):
        return Refused("names_may_stay_unbound")
    local = tuple(name for name in names if name not in unsure)
    parameters = tuple(name for name in local if view.is_bound(before[name]))
    results = tuple(name for name in bound if name not in unsure)
    return Moved(op, parameters, results, unsure, local, function.fresh_name("_loop", module_level=True), scope)


def _reads(module: Scope, name: str) -> bool:
    """Whether a function, class or lambda of the module reads a global of that name."""
    return any(scope is not module and scope.slots.get(name) in MAY_BE_GLOBAL for scope in module.walk())


def _quiet_stretch(function: Function, loop: Op, before: list[Op], after: list[Op]) -> Function:
    """
    The module seen from the last statement that may run foreign code, or reads what came from
    there, to the loop. `before` and `after` are loads that look around on both sides of the loop.
    """
    roots: list[Op] = []
    for root in function.body.roots():
        if root is loop:
            break
        roots.append(root)
        if root.kind == "def" and _is_function(function, root.attrs["name"]):
            continue
        if root.kind not in _QUIET_KINDS or any(each.kind in _OWN_SCOPES for each in _scoped(root)):
            roots.clear()
    while True:
        view = _view(function, [*roots, *before, loop, *after])
        for position in range(len(roots) - 1, -1, -1):
            root = roots[position]
            strange = any(
                each.kind == "load" and not function.builtin(each) and not view.is_bound(each)
                for each in (tree(root) if root.kind == "def" else everything(root))
            )
            run = root.operands if root.kind == "def" else (root,)
            if strange or any(view.tree_effects(each) & _FOREIGN for each in run):
                del roots[: position + 1]
                break
        else:
            return view


def _is_function(function: Function, name: str) -> bool:
    """Whether a name is that of a function of the module, once it is defined and as long as nothing unknown runs."""
    return function.facts.callee(name) is not None


def _scoped(root: Op) -> list[Op]:
    """The ops of a statement that make a scope, but for comprehensions that run at once."""
    return [op for op in everything(root) if op.kind != "comprehension" or op.attrs["type"] == "generator"]


def _view(function: Function, roots: list[Op]) -> Function:
    """The module as if it held nothing but these statements, and called no other functions of its own."""
    defined = frozenset(root.attrs["name"] for root in roots if root.kind == "def")
    view = Function(function.facts, None, quiet_globals=True, premise=Premise(defined))
    body = Region("block", [], function.scope)
    body.ops = [op for root in roots for op in tree(root)]
    view.body = body
    return view


def _surely_bound(view: Function, loop: Op) -> set[str]:
    """Names that a loop which certainly has a turn binds in it."""
    if loop.kind != "for" or not _has_a_turn(view, loop.operands[0]):
        return set()
    found = {name for op in walk(loop.regions[0]) if op.kind in BINDERS for name in bound_names(op)}
    own = set(jumps(loop))
    for root in loop.regions[1].roots():
        if root.kind == "store":
            found.add(root.attrs["name"])
        elif root.kind == "assign":
            found |= {name for op in everything(root) if op.kind == "store" for name in bound_names(op)}
        elif root.kind == "for":
            found |= _surely_bound(view, root)
        if own & set(everything(root)):
            break
    return found


def _has_a_turn(view: Function, iterable: Op) -> bool:
    if iterable.kind in ("tuple", "list"):
        return any(item.kind != "star" for item in iterable.operands)
    written = range_arguments(view, iterable)
    if written is None or written[2] == 0:
        return False
    low, high = ((None, 0), (None, 0)) if written[0] is None else limits(view, written[0])
    stop = exact(view, written[1])
    nearest = high if written[2] > 0 else low
    if nearest is None or stop is None or nearest[0] != stop[0]:
        return False
    return nearest[1] < stop[1] if written[2] > 0 else nearest[1] > stop[1]


def build(proof: Moved) -> Replacement:
    loop = clone(proof.loop)
    for op in everything(loop):
        if "name" in op.attrs and op.attrs["name"] in proof.locals and op.kind in ("load", "store", "walrus"):
            op.attrs = {**op.attrs, "scope": "local"}
    scope = Scope("function", proof.name, proof.module, proof.parameters)
    scope.slots = {**dict.fromkeys(sorted(proof.locals), "local"), **dict.fromkeys(proof.unsure, "global")}
    scope.bound = set(proof.locals)
    statements = [loop]
    if proof.unsure:
        statements.insert(0, Op("global", (), {"names": proof.unsure}))
    if proof.results:
        statements.append(make.return_(_together([make.load(name) for name in proof.results])))
    body = make.block(statements)
    body.scope = scope
    attrs = {
        "name": proof.name, "scope": "global", "kind": "def", "parameters": proof.parameters, "layout": "",
        "defaulted": (), "annotated": (),
    }  # fmt: skip
    definition = Op("def", (), attrs, (body,))
    call = make.call(make.load(proof.name, "global"), *(make.load(name, "global") for name in proof.parameters))
    return Replacement((Edit((proof.loop,), (definition, _binding(proof.results, call))),))


def _together(values: list[Op]) -> Op:
    return values[0] if len(values) == 1 else Op("tuple", tuple(values))


def _binding(names: tuple[str, ...], value: Op) -> Op:
    if not names:
        return make.expression(value)
    if len(names) == 1:
        return make.store(names[0], value, "global")
    argument = Op("argument")
    targets = tuple(make.bind(name, "global") for name in names)
    unpack = Op("unpack", (argument,), {"type": "tuple", "star": -1}, targets)
    return Op("assign", (value,), {}, (Region("target", [argument, unpack]),))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for", "while"), match, prove, build, REFUSALS)
