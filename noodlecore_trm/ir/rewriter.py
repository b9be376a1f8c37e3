"""
The only way to change a module: every change is journalled and can be rolled back.

A rewrite swaps whole trees. Ops it leaves alone stay the same objects, so facts can be dropped per
function and a journal of list and tuple assignments is enough to restore any earlier state.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from noodlecore_trm.ir.op import Module, Op, Region, tree
from noodlecore_trm.ir.scope import Scope

Undone = list[tuple[Any, str, Any]]
"""Changes that were taken back, the last one first: what was changed, in which attribute, and what to."""


class RewriteError(ValueError):
    """A replacement that does not fit the module; the module is as it was."""


def relink(region: Region) -> None:
    """Point every op and region below `region` back at what holds it."""
    pending = [region]
    while pending:
        here = pending.pop()
        for op in here.ops:
            op.region = here
            for inner in op.regions:
                inner.parent = op
                pending.append(inner)


def flatten(roots: Iterable[Op]) -> list[Op]:
    """The ops of several trees in order of evaluation; a shared op is a RewriteError."""
    ops: list[Op] = []
    for root in roots:
        ops.extend(tree(root))
    if len({id(op) for op in ops}) != len(ops):
        raise RewriteError("an op stands in two places; clone it")
    return ops


class Rewriter:
    """Applies edits to one module and can take back any suffix of them."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self._journal: list[tuple[Any, str, Any]] = []

    def mark(self) -> int:
        """The present state, for `rollback`."""
        return len(self._journal)

    def rollback(self, mark: int) -> Undone:
        """Restore the state that `mark` was taken in; what is returned can be made again with `redo`."""
        regions: list[Region] = []
        undone: Undone = []
        while len(self._journal) > mark:
            holder, attribute, value = self._journal.pop()
            if isinstance(holder, Scope):
                undone.append((holder, value, (holder.slots.pop(value), value in holder.bound)))
                holder.bound.discard(value)
            else:
                undone.append((holder, attribute, getattr(holder, attribute)))
                setattr(holder, attribute, value)
                if isinstance(holder, Region):
                    regions.append(holder)
        for region in regions:
            relink(region)
        return undone

    def redo(self, undone: Undone) -> None:
        """Make again what `rollback` took back, in the state that it left."""
        for holder, attribute, value in reversed(undone):
            if isinstance(holder, Scope):
                slot, bound = value
                self.declare(holder, attribute, slot, bound=bound)
            else:
                self._set(holder, attribute, value)
                if attribute == "ops":
                    relink(holder)

    def declare(self, scope: Scope, name: str, slot: str, *, bound: bool = True) -> None:
        """Enter a name that a rewrite binds, or only reads, into its scope."""
        if name not in scope.slots:
            scope.slots[name] = slot
            if bound:
                scope.bound.add(name)
            self._journal.append((scope, "slots", name))

    def replace(self, old: tuple[Op, ...], new: tuple[Op, ...]) -> None:
        """
        Put the trees `new` in the place of the trees `old` (see `rules.rule.Edit`).

        Raises RewriteError, with nothing changed, if `old` is not in the module as described.
        """
        if not old or old[0].region is None:
            raise RewriteError("nothing to replace")
        region, mark = old[0].region, self.mark()
        if not self._holds(region):
            raise RewriteError("what is to be replaced is no longer in the module")
        first = tree(old[0])
        start = _position(region, first[0])
        end = _position(region, old[-1]) + 1
        if flatten(old) != region.ops[start:end]:
            raise RewriteError("the statements to replace are not next to each other")
        if not new and end - start == len(region.ops) and _has_to_stay(region):
            new = (Op("pass"),)
        ops, docstring = flatten(new), _docstring(region)
        if not old[0].is_statement:
            if len(old) != 1 or len(new) != 1 or new[0].is_statement:
                raise RewriteError("an expression is replaced by one expression")
            self._rewire(region, old[0], new[0], end)
            if old[0].origin is not None and new[0].origin != old[0].origin:
                self._set(new[0], "origin", old[0].origin)
            self._set(new[0], "edited", True)
        else:
            if any(not op.is_statement for op in (*old, *new)):
                raise RewriteError("statements are replaced by statements")
            self._set(region, "edited", True)
        self._set(region, "ops", region.ops[:start] + ops + region.ops[end:])
        relink(region)
        text = _docstring(region)
        if text is not None and text != docstring:
            self.rollback(mark)
            raise RewriteError("a text would become the docstring")

    def _holds(self, region: Region) -> bool:
        """Whether a region is still part of the module, all the way up."""
        here = region
        while here is not self.module.body:
            parent = here.parent
            if parent is None or parent.region is None or not any(inner is here for inner in parent.regions):
                return False
            if not any(op is parent for op in parent.region.ops):
                return False
            here = parent.region
        return True

    def _rewire(self, region: Region, old: Op, new: Op, after: int) -> None:
        used = False
        for op in region.ops[after:]:
            if any(operand is old for operand in op.operands):
                self._set(op, "operands", tuple(new if operand is old else operand for operand in op.operands))
                used = True
        if not used:
            raise RewriteError("the expression to replace is not used in its region")

    def _set(self, holder: Any, attribute: str, value: Any) -> None:
        self._journal.append((holder, attribute, getattr(holder, attribute)))
        setattr(holder, attribute, value)


def _has_to_stay(region: Region) -> bool:
    """Whether a region is the `finally` of a `try` without handlers."""
    around = region.parent
    return around is not None and around.kind == "try" and region is around.regions[3] and not around.regions[1].ops


def _docstring(region: Region) -> str | None:
    """The text that a function, class or module begins with."""
    first = next((op for op in region.ops if op.is_statement), None)
    if region.scope is None or first is None or first.kind != "expression" or first.operands[0].kind != "constant":
        return None
    value = first.operands[0].attrs["value"]
    return value if isinstance(value, str) else None


def _position(region: Region, op: Op) -> int:
    for index, candidate in enumerate(region.ops):
        if candidate is op:
            return index
    raise RewriteError("the op is not in its region")
