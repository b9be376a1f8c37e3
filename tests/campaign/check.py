"""One program, as it is and rewritten: is anything different?"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from . import trace
from .program import Program
from .trace import Trace
from .variants import Fault, Plan, Variant, rewrite


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What became of a program under `plan`. `verdict` is same, unchanged (no rewrite applied), inconclusive (the program
    says nothing), unwritten (the road took its rewrites back), different or fault. `where` tells what was noticed,
    before and after.
    """

    plan: Plan
    verdict: str
    where: str = ""
    rules: tuple[str, ...] = ()
    text: str = ""
    calls: int = 0
    returned: int = 0

    @property
    def wrong(self) -> bool:
        return self.verdict in ("different", "fault")


def check(program: Program, plan: Plan, *, watch: bool = False, otherwise: Plan | None = None) -> Outcome:
    """Compare a program with what a plan makes of it, or `otherwise` where that plan finds nothing to do."""
    before = trace.run(program.source, program.steps, options=program.options, watch=watch)
    counts = {"calls": before.calls, "returned": before.returned}
    if before.inconclusive:
        return Outcome(plan, "inconclusive", before.inconclusive, **counts)
    try:
        variant = rewrite(program.source, plan, program.options)
        if not variant.rules and otherwise is not None:
            plan = otherwise
            variant = rewrite(program.source, plan, program.options)
    except Fault as problem:
        return Outcome(plan, "fault", str(problem), **counts)
    if not variant.rules:
        return Outcome(plan, "unchanged", **counts)
    where = difference(program, before, variant, watch)
    verdict = "different" if where else "same"
    return Outcome(plan, verdict, where, variant.rules, variant.text if where else "", **counts)


def difference(program: Program, before: Trace, variant: Variant, watch: bool) -> str:
    """What differs; empty if nothing does, or if the original does not always do the same itself."""
    try:
        after = _run(variant, program, watch)
    except SyntaxError as problem:
        return f"the result does not compile: {problem}"
    if after.lines == before.lines and not after.inconclusive:
        return ""
    if after.inconclusive in ("recursion", "memory") or not _steady(program, before, watch):
        return ""
    if _may_be(before, variant, program, watch) or _is_of_new_names(before, after, variant, program, watch):
        return ""
    if after.inconclusive:
        return f"inconclusive after: {after.inconclusive}"
    for old, new in zip(before.lines, after.lines, strict=False):
        if old != new:
            return f"before: {old}\nafter:  {new}"
    longer = max(before.lines, after.lines, key=len)
    return f"{len(before.lines)} lines became {len(after.lines)}: {longer[min(len(before.lines), len(after.lines))]}"


def _run(variant: Variant, program: Program, watch: bool) -> Trace:
    return trace.run(
        variant.text,
        program.steps,
        options=program.options,
        watch=watch,
        patience=20,
        rewritten_from=program.source,
    )


def _is_of_new_names(before: Trace, after: Trace, variant: Variant, program: Program, watch: bool) -> bool:
    """
    Whether the program lists its namespace: with the variant's new names in it, the original does what the variant
    does, but for their place among the others.
    """
    names = _bound(variant.text) - _bound(program.source)
    if after.inconclusive or not all(name.startswith("_") for name in names):
        return False
    again = trace.run(program.source, program.steps, options=program.options, watch=watch, names=tuple(sorted(names)))
    return again.lines != before.lines and list(map(sorted, again.lines)) == list(map(sorted, after.lines))


def _bound(source: str) -> frozenset[str]:
    return trace.bound_names(trace.compiled_module(source))


def _may_be(before: Trace, variant: Variant, program: Program, watch: bool) -> bool:
    """Whether the variant now and then does the same: the order in a set may hang on where its items lie in memory."""
    for number in range(1, 5):
        ballast = [object() for _ in range(number)]
        again = _run(variant, program, watch)
        del ballast
        if again.lines == before.lines and not again.inconclusive:
            return True
    return False


def _steady(program: Program, before: Trace, watch: bool) -> bool:
    """
    Whether the original does the same again, also with less stack (it may have caught a RecursionError).

    It is compiled again: texts that were interned meanwhile turn the items of a constant set of texts round. And what
    is in its way in memory moves its objects, whose addresses it may show, `str(Thing.half)`, or count the digits of.
    """
    source = program.source + "\n"
    limit = sys.getrecursionlimit()
    for other, number in ((limit, 0), (limit - 60, 0), (limit, 40), (limit, 300), (limit, 2000)):
        ballast = [bytes(size) for size in range(1, 512, 8) for _ in range(number)]
        sys.setrecursionlimit(other)
        try:
            again = trace.run(source, program.steps, options=program.options, watch=watch)
        finally:
            sys.setrecursionlimit(limit)
            del ballast
        if again.lines != before.lines:
            return False
    return True
