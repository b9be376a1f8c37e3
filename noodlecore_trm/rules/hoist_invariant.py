"""
Compute once, before a loop, what comes out the same in every turn.

    for ...: ... w * h ...   ->   w_times_h = w * h
                                  for ...: ... w_times_h ...

Before:

    def offsets(text):
        width = len(text.split())
        found = []
        for k in range(100):
            found.append(k + width * 4)
        return found

After:

    def offsets(text):
        width = len(text.split())
        found = []
        width_times_4 = width * 4
        for k in range(100):
            found.append(k + width_times_4)
        return found

Why: the work is done once. The expression can neither raise nor run other code, so it does not
matter that a loop of no turns would not have computed it.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.dialect import CALL, RAISE, SUSPEND, WRITE_HEAP, WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import SCALARS
from noodlecore_trm.ir.facts.loops import changed_names, is_steady, reads_what_changes, same
from noodlecore_trm.ir.facts.uses import TOLD_APART_BY_VALUE, shows_no_identity
from noodlecore_trm.ir.op import Op, clone, running, tree
from noodlecore_trm.ir.shapes import consumer, spelled
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "may_raise": "`for x in []: y = a // b` never divides, before the loop it would",
    "runs_foreign_code": "`a * b` of a class of one's own may print, or give something else each time",
    "reads_what_may_change": "`len(xs)` changes when the loop appends to xs",
    "makes_an_object": "`[0] * n` is a new list in every turn",
    "identity_may_show": "`x * y in seen` is False for a NaN, unless it is the one that was put there",
}

_KINDS = ("binary", "compare", "getitem", "call")
_PARTS = (*_KINDS, "unary")
_WORDS = {
    "+": "plus", "-": "minus", "*": "times", "/": "over", "//": "over", "%": "mod", "**": "to_the", "&": "and",
    "|": "or", "^": "xor", "<<": "shifted", ">>": "shifted",
}  # fmt: skip
_LONGEST = 24


@dataclass(frozen=True)
class Invariant:
    """The loop, every place with the expression, and the name for its value."""

    loop: Op
    places: tuple[Op, ...]
    name: str
    moved: tuple[Op, ...]
    """The statements that earlier rewrites have made to give it a name in inner loops."""
    renamed: tuple[Op, ...]
    """Where those names are read."""


def match(function: Function, op: Op) -> bool:
    if op.kind == "for" and op.attrs["async"]:
        return False
    return op.region is not None and op.region.kind == "block" and bool(_steady_expressions(function, op))


def _steady_expressions(function: Function, loop: Op) -> list[Op]:
    """The largest expressions that compute something from names the loop does not bind."""
    changed = changed_names(loop)
    below = list(running(*loop.regions[:2]))
    steady = _steady(function, changed, below)
    inner: set[Op] = set()
    for op in below:
        if op in steady:
            inner.update(each for operand in op.operands for each in tree(operand))
        if op.kind in ("getitem", "setitem", "inplace"):
            inner.add(op.operands[-2])
    return [op for op in below if op in steady and op not in inner and not _ends_the_loop(function, loop, op)]


def _ends_the_loop(function: Function, loop: Op, op: Op) -> bool:
    """Whether the loop is left where an op stands, so that it runs once at most."""
    breaks = True
    for region in function.regions_around(op):
        last = region.ops[-1].kind if region.kind == "block" and region.ops else ""
        if last in ("return", "raise") or (last == "break" and breaks):
            return True
        if region.parent is loop or (region.parent is not None and region.parent.kind == "try"):
            return False
        breaks = breaks and region.parent is not None and region.parent.kind not in ("for", "while")
    return False


def _steady(function: Function, changed: set[str], below: list[Op]) -> set[Op]:
    """The expressions among the ops of a loop that read such names, and do nothing else than is looked for here."""
    reads: dict[Op, bool] = {}  # whether an expression that stays the same reads variables
    for op in below:
        if op.kind == "load":
            if is_steady(function, changed, op):
                reads[op] = not function.builtin(op)
        elif op.kind == "constant":
            reads[op] = False
        elif op.kind == "call" and function.builtin(op.operands[0]) != "len":
            continue
        elif op.kind in _PARTS and all(operand in reads for operand in op.operands):
            reads[op] = any(reads[operand] for operand in op.operands)
    # `is` is as cheap as reading the name of its answer
    return {
        op for op, some in reads.items()
        if some and op.kind in _KINDS and (op.kind != "compare" or op.attrs["op"] not in ("is", "is not"))
    }


def prove(function: Function, op: Op) -> Invariant | Refused:
    reason = ""
    steady = _steady_expressions(function, op)
    for expression in steady:
        refused = _refusal(function, op, expression)
        if refused:
            reason = reason or refused
            continue
        places = tuple(each for each in steady if same(each, expression) and not _refusal(function, op, each))
        moved = tuple(filter(None, (_made_for(function, each) for each in places)))
        name = moved[0].attrs["name"] if moved else function.fresh_name(_hint(expression))
        renamed = tuple(load for store in moved[1:] for load in function.reaching.uses.get(store, ()))
        return Invariant(op, places, name, moved, renamed)
    return Refused(reason)


def _made_for(function: Function, expression: Op) -> Op | None:
    """The statement that does nothing but give a name to an expression, where a rewrite has made it."""
    store = consumer(expression)
    if store is None or store.kind != "store" or store.origin is not None or not function.is_local(store):
        return None
    name = store.attrs["name"]
    alone = name in function.private and function.reaching.all[name] == {store}
    bound = alone and all(function.definitions(use) == {store} for use in function.reaching.uses.get(store, ()))
    return store if bound else None


def _refusal(function: Function, loop: Op, expression: Op) -> str:
    mask = function.tree_effects(expression)
    if mask & (CALL | SUSPEND | WRITE_HEAP | WRITE_SLOT):
        return "runs_foreign_code"
    if mask & RAISE:
        return "may_raise"
    fetched = expression.kind == "getitem"
    if not fetched and not all(isinstance(atom, str) and atom in SCALARS for atom in function.value(expression)):
        return "makes_an_object"
    by_value = fetched or function.value(expression) <= TOLD_APART_BY_VALUE
    if not by_value and not _hides_identity(function, expression):
        return "identity_may_show"
    return "reads_what_may_change" if reads_what_changes(function, loop, expression) else ""


def _hides_identity(function: Function, op: Op) -> bool:
    """Whether nothing can tell that a number is one and the same object in every turn: a NaN equals no other."""
    user = consumer(op)
    if user is not None and user.kind == "store" and function.is_local(user):
        return all(shows_no_identity(function, use) for use in function.reaching.uses.get(user, ()))
    return shows_no_identity(function, op)


def _hint(op: Op) -> str:
    hint = _spelled(op)
    if hint and len(hint) <= _LONGEST and hint.isidentifier():
        return hint
    return {"compare": "condition", "getitem": "item", "call": "size"}.get(op.kind, "fixed")


def _spelled(op: Op) -> str:
    if op.kind == "load":
        return str(op.attrs["name"])
    if op.kind == "constant":
        return spelled(op.attrs["value"]) if type(op.attrs["value"]) is int else ""
    if op.kind == "call":
        return f"{_spelled(op.operands[1])}_size"
    if op.kind != "binary":
        return ""
    left, right = (_spelled(operand) for operand in op.operands)
    return f"{left}_{_WORDS.get(op.attrs['op'], '')}_{right}" if left and right else ""


def build(proof: Invariant) -> Replacement:
    named = {store.operands[0] for store in proof.moved}
    places = [place for place in proof.places if place not in named]
    edits = [Edit((place,), (make.load(proof.name),)) for place in (*places, *proof.renamed)]
    edits += [Edit((store,), ()) for store in proof.moved]
    computed = make.store(proof.name, clone(proof.places[0]))
    return Replacement((*edits, Edit((proof.loop,), (computed, proof.loop))))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for", "while"), match, prove, build, REFUSALS)
