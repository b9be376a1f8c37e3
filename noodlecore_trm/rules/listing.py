"""From a function to everything the rules may do to it, and everything they refused to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from noodlecore_trm.garbage import collection_rare
from noodlecore_trm.ir.constants import (
    ConstantSet,
    becomes_fstring,
    becomes_one_object,
    constant_sets,
    is_constant_set,
    is_folded,
    made_once,
    nothing,
)
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.reaching import bound_names
from noodlecore_trm.ir.op import Op, everything, tree, walk
from noodlecore_trm.ir.rewriter import RewriteError, Rewriter
from noodlecore_trm.ir.scope import OF_THE_CLASS
from noodlecore_trm.ir.shapes import consumer
from noodlecore_trm.rules.rule import Refused, Replacement, Rule


@dataclass(frozen=True)
class Candidate:
    """A rewrite that is proven legal at one op, not yet chosen."""

    rule: Rule
    function: Function
    op: Op
    proof: Any

    @cached_property
    def replacement(self) -> Replacement:
        """What the rule builds; made once, so that what is found in it after a trial is found there again."""
        return self.rule.build(self.proof)


@dataclass(frozen=True, slots=True)
class Refusal:
    rule: Rule
    op: Op
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    candidates: tuple[Candidate, ...]
    refusals: tuple[Refusal, ...]


class RuleTable:
    """Rules indexed by the op kinds they start at."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.by_root: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for kind in rule.roots:
                self.by_root.setdefault(kind, []).append(rule)


def own_ops(roots: Iterable[Op]) -> Iterator[Op]:
    """Ops and those in their regions, in order, without the bodies of functions and classes."""
    pending = [iter(roots)]
    while pending:
        for op in pending[-1]:
            yield op
            if op.regions and op.kind not in ("def", "class"):
                pending.extend(iter(region.ops) for region in reversed(op.regions))
                break
        else:
            pending.pop()


@collection_rare()
def find(
    function: Function, table: RuleTable, covers: Any = None, among: Iterable[Op] | None = None
) -> Findings:
    """
    List candidates and refusals in order of the ops, of all or of those `among` and in some of them.

    `covers(op)` tells the places where the author has switched the tool off. A function whose
    names can be seen from elsewhere (`locals()`, `exec`) or that is not fully understood has none.
    """
    candidates: list[Candidate] = []
    refusals: list[Refusal] = []
    if function.scope.dynamic or not _is_understood(function):
        return Findings((), ())
    by_root = table.by_root
    annotations = _annotations(function)
    for op in own_ops(function.body.ops if among is None else among):
        rules = by_root.get(op.kind)
        if not rules or op in annotations:
            continue
        function.look_from(op)
        for rule in rules:
            if rule.match(function, op) and not (covers is not None and covers(op)):
                function.release_names()
                proof = rule.prove(function, op)
                if isinstance(proof, Refused):
                    refusals.append(Refusal(rule, op, proof.reason))
                else:
                    candidates.append(Candidate(rule, function, op, proof))
    return Findings(tuple(candidates), tuple(refusals))


def _is_understood(function: Function) -> bool:
    """Whether no part of a function is kept as text; what is in functions in it does not count."""
    texts = {*function.of_kind("opaque"), *function.of_kind("opaque_expr")}
    return not texts or texts.isdisjoint(own_ops(function.body.ops))


def _annotations(function: Function) -> set[Op]:
    """The ops that annotations consist of: they may be kept as text, and take no time that matters."""
    found: set[Op] = set()
    for op in function.of_kind("def"):
        if "a" in op.attrs["layout"]:
            for operand, what in zip(op.operands, op.attrs["layout"], strict=True):
                if what == "a":
                    found.update(everything(operand))
    for op in function.of_kind("annassign"):
        found.update(walk(op.regions[1]))
    return found


def growth(candidate: Candidate) -> int:
    """How many ops the candidate's function would have more."""
    function = candidate.function
    grown = 0
    for edit in candidate.replacement.edits:
        if function.holds(edit.old[0]):
            grown += sum(1 for root in edit.new for _ in everything(root))
            grown -= sum(1 for root in edit.old for _ in everything(root))
    return grown


def apply(rewriter: Rewriter, candidate: Candidate) -> str:
    """
    Make a candidate's replacement and return its guard.

    Raises RewriteError, with the module as it was, if the replacement does not fit.
    """
    replacement = candidate.replacement
    if _makes_one_object(candidate):
        raise RewriteError("a tuple that is made each time would be one for all times")
    tells = _tells_its_class(candidate)
    sets = _Sets.before(candidate)
    mark = rewriter.mark()
    try:
        for edit in replacement.edits:
            rewriter.replace(edit.old, edit.new)
            for root in edit.new:
                _declare(rewriter, candidate.function, root)
        if any(map(becomes_fstring, _changed(replacement))):
            raise RewriteError("the compiler would make an f-string of it, and format its items at other times")
        if sets is not None and sets.may_be_reordered(candidate):
            raise RewriteError("the compiler would make a set in another way: its items may be in another order")
        if tells and not any(_names_its_class(edit.new) for edit in replacement.edits):
            raise RewriteError("a class would not be told what it is")
    except RewriteError:
        rewriter.rollback(mark)
        raise
    return replacement.guard


def _changed(replacement: Replacement) -> Iterator[Op]:
    """The ops of a replacement that has been made, and the expressions that they are part of."""
    for edit in replacement.edits:
        for root in edit.new:
            yield from everything(root)
            if not root.is_statement:
                yield from _expressions(root)


def _makes_one_object(candidate: Candidate) -> bool:
    """Whether the compiler would make a tuple or set that is made each time as yet, in a replacement or around it."""
    edits = candidate.replacement.edits
    made = made_once((root for edit in edits for root in edit.new), handed_on=True)
    made -= made_once(root for edit in edits for root in edit.old) if made else made
    if made and not made <= made_once(candidate.function.facts.module.body.roots()):
        return True
    replaced = {edit.old[0] for edit in edits if not edit.old[0].is_statement and is_folded(edit.new[0], nothing)}
    return any(becomes_one_object(around, replaced.__contains__) for op in replaced for around in _expressions(op))


@dataclass(frozen=True, slots=True)
class _Sets:
    """The sets of constants that a replacement may reorder: those of the trees it replaces, and of all the module."""

    replaced: tuple[ConstantSet, ...]
    everywhere: tuple[ConstantSet, ...]

    @classmethod
    def before(cls, candidate: Candidate) -> _Sets | None:
        """None if the replacement has to do with none."""
        edits = candidate.replacement.edits
        trees = [root for edit in edits for root in (*edit.old, *edit.new)]
        if not any(map(is_constant_set, (op for root in trees for op in everything(root)))):
            return None
        replaced = constant_sets(root for edit in edits for root in edit.old)
        return cls(tuple(replaced), tuple(constant_sets(candidate.function.facts.module.body.roots())))

    def may_be_reordered(self, candidate: Candidate) -> bool:
        """Whether the items of a set may come in another order, now that the replacement has been made."""
        new = tuple(constant_sets(root for edit in candidate.replacement.edits for root in edit.new))
        after = tuple(constant_sets(candidate.function.facts.module.body.roots()))
        return any(self._stands_elsewhere(each) for each in new) or any(
            self._is_another_first(each.values, after) for each in (*self.replaced, *new)
        )

    def _stands_elsewhere(self, found: ConstantSet) -> bool:
        """Whether a set is gone through that was not, or the other way round."""
        places = {each.place for each in self.replaced if each.text == found.text} - {"in"}
        if not places:
            places = {each.place for each in self.everywhere if each.text == found.text} - {"in"}
            places = places if len(places) == 1 else set()
        return found.place != "in" and found.place not in places

    def _is_another_first(self, values: frozenset[str], after: tuple[ConstantSet, ...]) -> bool:
        """Whether equal sets are written in several ways, and not all as before."""
        was, now = ([each for each in sets if each.values == values] for sets in (self.everywhere, after))
        several = len({each.text for each in (*was, *now)}) > 1 and any(each.place != "in" for each in (*was, *now))
        return several and was != now


def _expressions(op: Op) -> Iterator[Op]:
    """The expressions that an op is part of, but for itself."""
    around = consumer(op)
    while around is not None and not around.is_statement:
        yield around
        around = consumer(around)


def _tells_its_class(candidate: Candidate) -> bool:
    """
    Whether what is replaced may be why a class is told what it is, and somebody may see that.

    A class has a `__classcell__` while it is made if a function in it names `super` or `__class__`: a metaclass is
    handed that.
    """
    function = candidate.function
    around = next((scope for scope in function.scopes_around(candidate.op) if scope.kind == "class"), None)
    if around is None or all("__class__" not in scope.slots for scope in around.children):
        return False
    if not any(_names_its_class(edit.old) for edit in candidate.replacement.edits):
        return False
    known = function.facts.classes.get(around.name)
    return known is None or known.definition.regions[0].scope is not around


def _names_its_class(trees: tuple[Op, ...]) -> bool:
    loads = (op for root in trees for op in everything(root) if op.kind == "load")
    return any(op.attrs["name"] in OF_THE_CLASS for op in loads)


def _declare(rewriter: Rewriter, function: Function, root: Op) -> None:
    pending = tree(root)
    while pending:
        op = pending.pop()
        pending.extend(inner for region in op.regions if region.scope is None for inner in region.ops)
        if op.kind in ("store", "walrus", "def", "import", "importfrom"):
            scope = function.scope if op.attrs["scope"] in ("local", "cell") else function.facts.scope
            for name in bound_names(op):
                if scope is not None:
                    local = scope is function.scope and not function.is_module
                    rewriter.declare(scope, name, "local" if local else "global")
    for op in everything(root):
        # what a variable may no longer be called: `type` and `list` in a check
        if op.kind == "load" and op.attrs["scope"] == "global":
            rewriter.declare(function.scope, op.attrs["name"], "global", bound=False)
