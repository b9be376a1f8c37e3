"""One way through a module: list what may be done in each function, choose, rewrite, and do so again."""

from __future__ import annotations

import re
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

from noodlecore_trm.choosers import Answer, Choice, Chooser, FallbackChooser, Preview, State, Unsuited
from noodlecore_trm.choosers.cost import cost_of, size, whole_cost_of
from noodlecore_trm.choosers.guards import guard_cost
from noodlecore_trm.choosers.plans import Estimate, PlanFollower, verdict_against
from noodlecore_trm.choosers.table import current_document
from noodlecore_trm.emit import EmissionError, emit, text_of
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.op import Module, Op, Region, alike, walk
from noodlecore_trm.ir.rewriter import RewriteError, Rewriter, Undone
from noodlecore_trm.ir.verify import InvalidIR
from noodlecore_trm.options import Options
from noodlecore_trm.profile.seen import FileProfile
from noodlecore_trm.receipts import ChangeReceipt, RefusalReceipt, TakenBackReceipt
from noodlecore_trm.refine import (
    Event,
    Failed,
    Improve,
    Judged,
    Limits,
    Proposed,
    Reason,
    Refinement,
    Stopped,
    Tried,
    advance,
    begin,
    trace,
)
from noodlecore_trm.rules.listing import Candidate, Findings, RuleTable, apply, find
from noodlecore_trm.suppressions import Suppressions
from noodlecore_trm.telemetry import count_thinking
from noodlecore_trm.validate.emission import emit_verified

_NEWLINE = re.compile(rb"\r\n|\n|\r")
_MOST_LOOKED_AT = 400_000
"""Ops of a file that are looked at again after a rewrite, each counted every time: about three seconds."""
_MOST_TRIED = 400_000
"""Ops of a file that are looked at to follow plans, besides those for the first answers."""
_LIMITS = Limits()
_LONGEST_LINE = 120
"""Columns that a rewritten line may fill, unless one of its statement was longer before."""
_INDENT = 4
_HEADER = 20
"""Columns of a header, besides what it tests or goes over."""
_MOST_OPS = 1 << 40
"""No function grows to so many, however large it may."""


@dataclass(slots=True)
class Record:
    """What happened to one function, on the way to its receipt."""

    qualname: str
    line: int
    dynamic: str = ""
    chooser: str = "none"
    fallback_reason: str = ""
    unit: str = ""
    """The function of the original file that it belongs to, as the gate decides by those."""
    found: int = 0
    tried: int = 0
    refused: list[RefusalReceipt] = field(default_factory=list)
    kept: list[ChangeReceipt] = field(default_factory=list)
    taken_back: list[TakenBackReceipt] = field(default_factory=list)
    reasoning: list[str] = field(default_factory=list)
    """How its rewrites were chosen, a line a step."""
    planned: bool = False
    """Whether they follow a plan instead of the first answer."""
    model: str = ""
    """The digest of the model that made the plan."""
    predicted: float = 1.0
    """Old time over new of what is kept, by the static cost."""


@dataclass(slots=True)
class Optimized:
    """A module after choosing, with the records of its functions."""

    module: Module
    records: list[Record]
    chooser: str
    fallback_reason: str


class Effort:
    """
    How often the functions of a file may be looked at again, all passes together.

    Facts and candidates are worked out anew after each rewrite, so that many rewrites in a long
    function would take time in the square. What is counted is ops, not seconds, so that the same
    file is cut off at the same place everywhere; the seconds of `timeout` are there for what takes
    unduly long all the same. No function gets more than half of what is left.
    """

    def __init__(self, timeout: float, ops: int = _MOST_LOOKED_AT) -> None:
        self._left = ops
        self._floor = 0
        self.cut_off = False
        """Whether a function was left with candidates that nobody has looked at."""
        self._deadline = time.monotonic() + timeout
        self._aside: Effort | None = None

    @property
    def aside(self) -> Effort:
        """As much again until the same deadline, for what is only tried."""
        if self._aside is None:
            self._aside = Effort(self._deadline - time.monotonic(), _MOST_TRIED)
        return self._aside

    def begin(self) -> None:
        """The next function's turn."""
        self._floor = self._left // 2

    def spend(self, ops: int) -> None:
        self._left = max(0, self._left - ops)

    @property
    def is_over(self) -> bool:
        over = self._left <= self._floor or time.monotonic() >= self._deadline
        self.cut_off = self.cut_off or over
        return over


@dataclass(slots=True)
class _Play:
    """
    One way through a function: what may still be done after it, and what was done.

    `rejected` are the candidates that could not be made, `estimate` is what it is expected to bring, `remarks` are
    about the parts of the plan that it followed; `undone` holds its changes while they are laid aside.
    """

    remaining: int | None
    rejected: set[tuple[str, int]]
    chooser: str = ""
    answer: Answer = ()
    history: list[str] = field(default_factory=list)
    kept: list[ChangeReceipt] = field(default_factory=list)
    tried: int = 0
    estimate: Estimate = field(default_factory=lambda: Estimate(0.0))
    remarks: tuple[str, ...] = ()
    undone: Undone | None = None


class Road:
    """Optimizes one module in place, within its options."""

    def __init__(
        self,
        module: Module,
        table: RuleTable,
        chooser: FallbackChooser,
        options: Options,
        suppressions: Suppressions | None = None,
        *,
        careful: bool = False,
        effort: Effort | None = None,
        without: Callable[[str, str], bool] = lambda function, rule: False,
        seen: FileProfile | None = None,
    ) -> None:
        self.module = module
        self.table = table
        self.wanted = RuleTable(rule for rule in table.rules if chooser.wants(rule))
        self.planned = RuleTable(rule for rule in table.rules if chooser.wants(rule) or chooser.knows(rule))
        self.chooser = chooser
        self.options = options
        self.suppressions = suppressions
        self.careful = careful
        self.without = without
        self.rewriter = Rewriter(module)
        self._line_ends = [match.end() for match in _NEWLINE.finditer(module.source)]
        self.measured = chooser.classic.table
        self.seen = seen
        self._refresh()
        self.records: list[Record] = []
        self.remaining = options.max_rewrites
        self.effort = Effort(options.timeout) if effort is None else effort
        self._rejected: set[tuple[str, int]] = set()

    def run(self) -> Optimized:
        """Go through every function, innermost first, then the module's own body; with a profile, the hottest first."""
        scopes: list[Op | None] = [*reversed(self.module.functions), None]
        if self.seen is not None:
            seen = self.seen
            scopes.sort(key=lambda op: -seen.work(self.function(op).scope.qualname))
        for op in scopes:
            record = self._optimize(op)
            if record.found or record.refused or record.dynamic:
                self.records.append(record)
        self.records.sort(key=lambda record: record.line)
        return Optimized(self.module, self.records, self.chooser.name, self.chooser.reason)

    def function(self, op: Op | None) -> Function:
        return Function(self.facts, op)

    def _optimize(self, op: Op | None) -> Record:
        function = self.function(op)
        record = Record(
            function.scope.qualname, 1 if op is None else self.line(op), function.scope.dynamic,
            self.chooser.name, self.chooser.reason,
        )
        if self.seen is not None and not self.seen.ran(record.qualname):
            return record
        if self.suppressions is not None and (
            self.suppressions.file or (op is not None and self.suppressions.covers(record.line))
        ):
            return record
        self.effort.begin()
        findings = find(function, self.table, self._is_suppressed)
        record.found = len(findings.candidates)
        record.refused = [
            RefusalReceipt(refusal.rule.name, self.line(refusal.op), refusal.reason) for refusal in findings.refusals
        ]
        if findings.candidates:
            before, costs = self.chooser.seconds, whole_cost_of(function)
            play, state = self._refined(function, findings)
            if self.chooser.seconds > before:
                seconds = self.chooser.seconds - before
                count_thinking(steps=len(state.tried) - 1, seconds=seconds, sure=state.halted_early)
            record.kept, record.tried = play.kept, play.tried
            self.remaining, self._rejected = play.remaining, play.rejected
            record.planned = bool(state.best)
            record.predicted = costs / play.estimate.cost if costs > 0.0 and play.estimate.cost > 0.0 else 1.0
            if record.planned or state.confirmed:
                record.chooser = play.chooser or self.chooser.name
                record.fallback_reason, record.model = "", self.chooser.version
            else:
                record.chooser = self.chooser.first_name
                record.fallback_reason = self.chooser.reason or (state.reason if self.chooser.proposes else "")
            record.reasoning.extend(trace(state, lambda answer: ", ".join(map(str, answer)) or "nothing"))
        return record

    def _refined(self, function: Function, findings: Findings) -> tuple[_Play, Refinement[Answer]]:
        """Make the best of the answers for a function that the chooser has, and tell how it was found."""
        state: Refinement[Answer] = begin(_LIMITS)
        start = self.rewriter.mark(), self.facts
        plays: list[_Play] = []
        plan: tuple[Candidate, ...] = ()
        while not state.is_over:
            event: Event[Answer]
            match state.directive:
                case Reason():
                    plays.append(self._play(function, findings, self.chooser))
                    event = Proposed(plays[0].answer)
                case Improve(tried):
                    self._lay_aside(plays[-1], *start)
                    with self._trying():
                        event, plan = self._improved(function, findings, tried)
                case _:
                    if state.tried:
                        with self._trying():
                            plays.append(self._follow(function, findings, plan))
                    event = self._judged(plays)
            state = advance(state, event)
        best = plays[state.best or 0]
        if best.undone is not None:
            if plays[-1].undone is None:
                self._lay_aside(plays[-1], *start)
            self.rewriter.redo(best.undone)
            self._refresh()
        return best, state

    def _improved(
        self, function: Function, findings: Findings, tried: Sequence[Tried[Answer]]
    ) -> tuple[Event[Answer], tuple[Candidate, ...]]:
        """What the proposer has to say about a function, and the candidates of its plan."""
        if not self.chooser.proposes:
            return Stopped(self.chooser.reason or f"{self.chooser.name} gives one answer"), ()
        state = self._state(function, findings, _Play(self.remaining, self._rejected), size(function.body))
        if not state.candidates or state.remaining == 0 or self.effort.is_over:
            return Stopped("there is nothing left to choose from"), ()
        try:
            proposal = self.chooser.propose(state, tried)
        except Unsuited as problem:
            return Stopped(str(problem)), ()
        if proposal is None:
            return Failed(self.chooser.reason) if self.chooser.reason else Stopped("nothing better to propose"), ()
        places = _places(state)
        answer = tuple(Choice(each.rule.name, self.line(each.op), places[id(each)]) for each in proposal.plan)
        return Proposed(answer, proposal.confidence), proposal.plan

    def _follow(self, function: Function, findings: Findings, plan: tuple[Candidate, ...]) -> _Play:
        """Where a plan leads."""
        chooser = self.chooser
        name = chooser.name
        follower = PlanFollower(plan, chooser.go_on, chooser.knows, chooser.classic)
        play = self._play(function, findings, follower)
        follower.settle(len(play.history))
        play.chooser, play.remarks = name, tuple(follower.remarks)
        return play

    def _judged(self, plays: Sequence[_Play]) -> Event[Answer]:
        if len(plays) > 1 and self.chooser.reason:
            return Failed(self.chooser.reason)
        first, own = plays[0], plays[-1]
        scarce = self.remaining is not None and len(plays) > 1 and bool(own.history)
        return Judged(verdict_against(first.estimate, own.estimate, own.remarks, scarce=scarce))

    def _lay_aside(self, play: _Play, mark: int, facts: ModuleFacts) -> None:
        """Take a play back, so that another can be made from where it began; `redo` brings it back."""
        play.undone = self.rewriter.rollback(mark)
        self.facts = facts

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """Look at what plans need, with an effort of its own, so that the first answers stay as they are."""
        wanted, effort = self.wanted, self.effort
        self.wanted, self.effort = self.planned, effort.aside
        try:
            yield
        finally:
            self.wanted, self.effort = wanted, effort

    def first_choice(self, qualname: str) -> State | None:
        """What there is to choose from in the only function of that name, before anything is done; else None."""
        every = map(self.function, (*self.module.functions, None))
        named = [function for function in every if function.scope.qualname == qualname]
        if len(named) != 1:
            return None
        (function,) = named
        findings = find(function, self.table, self._is_suppressed)
        return self._state(function, findings, _Play(self.remaining, set()), size(function.body))

    def _state(self, function: Function, findings: Findings, play: _Play, start: int) -> State:
        limit = self.options.max_size
        qualname = function.scope.qualname
        candidates = tuple(
            each
            for each in findings.candidates
            if (each.rule.name, id(each.op)) not in play.rejected and not self.without(qualname, each.rule.name)
        )
        now = size(function.body)
        return State(
            function,
            candidates,
            cost_of(function),
            now,
            play.remaining,
            None if limit is None else max(0, int(min(start * limit, _MOST_OPS)) - now),
            lambda sequence: self._preview(function.op, sequence),
            tuple(play.history),
        )

    def _play(self, function: Function, findings: Findings, chooser: Chooser) -> _Play:
        """Rewrite a function as a chooser says, step by step."""
        play = _Play(self.remaining, set(self._rejected))
        op, start = function.op, size(function.body)
        places: dict[int, int] | None = None
        versions: list[tuple[Op, ChangeReceipt]] = []
        while findings.candidates and play.remaining != 0 and not self.effort.is_over:
            state = self._state(function, findings, play, start)
            places = _places(state) if places is None else places
            choice = chooser.choose(state) if state.candidates else None
            if choice is None:
                break
            play.tried += 1
            line = self.line(choice.op)
            guard = self._guard(choice.op)
            play.estimate.cost = state.cost
            before = play.estimate.gained
            play.estimate.expect(self.measured, choice)
            own_guard = self._apply(choice)
            if own_guard is None:
                play.estimate.gained = before
                play.rejected.add((choice.rule.name, id(choice.op)))
                continue
            play.history.append(choice.rule.name)
            play.answer += (Choice(choice.rule.name, line, places.get(id(choice))),)
            if play.remaining is not None:
                play.remaining -= 1
            function = self.function(op)
            guards = " and ".join(part for part in (guard, own_guard) if part)
            opted = bool(choice.rule.needs) or self.options.closed_world
            tier = "S2" if opted else "S1" if guards else "S0"
            once, each = guard_cost(own_guard, self._guard_costs) if own_guard else (None, None)
            change = ChangeReceipt(
                choice.rule.name, line, tier, guards,
                size_before=state.size, size_after=size(function.body), guard_cost=once, guard_element_cost=each,
            )
            play.kept.append(change)
            around = None if choice.op.region is None else choice.op.region.parent
            if around is not None and around.attrs.get("version") and choice.op.region is around.regions[1]:
                versions.append((around, change))
            if play.remaining == 0:
                break
            findings = self._look_again(function)
        for version, change in reversed(versions):
            if self._drop_if_idle(version):
                play.kept.remove(change)
                if play.remaining is not None:
                    play.remaining += 1
        play.estimate.cost = whole_cost_of(function)
        return play

    def _drop_if_idle(self, version: Op) -> bool:
        """Take a version back whose arms are alike: what it was to open did not come about."""
        fast, slow = version.regions
        if not alike(fast, slow):
            return False
        mark = self.rewriter.mark()
        try:
            self.rewriter.replace((version,), tuple(slow.roots()))
            read = {op.attrs["name"] for op in walk(self.module.body) if op.kind == "load"}
            for op in list(self.module.body.roots()):
                made = op.kind == "store" and op.origin is None and op.operands[0].kind == "load"
                if made and op.attrs["name"] not in read:
                    self.rewriter.replace((op,), ())
            if self.careful:
                emit_verified(self.module)
        except (RewriteError, EmissionError, InvalidIR):
            self.rewriter.rollback(mark)
            return False
        self._refresh()
        return True

    def _look_again(self, function: Function, among: Sequence[Op] | None = None) -> Findings:
        """What the chooser may be interested in, after a rewrite."""
        self.effort.spend(size(function.body))
        return find(function, self.wanted, self._is_suppressed, among)

    def _apply(self, candidate: Candidate) -> str | None:
        """Make a candidate's replacement; None if it does not fit, cannot be written, or changes what is to stay."""
        if self._changes_suppressed(candidate):
            return None
        mark = self.rewriter.mark()
        allowed = max(_LONGEST_LINE, self._longest_line(candidate.function.statement(candidate.op)))
        try:
            guard = apply(self.rewriter, candidate)
            if _widest(candidate) > _LONGEST_LINE and not self._keeps_lines_short(allowed):
                self.rewriter.rollback(mark)
                return None
            if self.careful:
                emit_verified(self.module)
        except (RewriteError, EmissionError, InvalidIR):
            self.rewriter.rollback(mark)
            return None
        self._refresh()
        return guard

    def _longest_line(self, statement: Op) -> int:
        """Columns of the longest line of the source that a statement stands on; 0 for one that was made up."""
        if statement.origin is None:
            return 0
        start, end = statement.origin
        source = self.module.source
        lines = source[source.rfind(b"\n", 0, start) + 1 : end].splitlines()
        return max(map(_columns, lines), default=0)

    def _keeps_lines_short(self, allowed: int) -> bool:
        """Whether all lines are short enough in the file as it would be written now, but for those that stood in it."""
        known = {line.strip() for line in self.module.source.splitlines()}
        written = emit(self.module).splitlines()
        return all(_columns(line) <= allowed or line.strip() in known for line in written)

    def _refresh(self) -> None:
        self.facts = ModuleFacts(
            self.module,
            trust_builtins=not self.options.guard_builtins,
            closed_world=self.options.closed_world,
            observed=self.seen,
        )

    @contextmanager
    def _preview(self, op: Op | None, sequence: tuple[Candidate, ...]) -> Iterator[Preview | None]:
        mark = self.rewriter.mark()
        facts = self.facts
        try:
            yield None if self.effort.is_over else self._ahead(op, sequence)
        finally:
            self.rewriter.rollback(mark)
            self.facts = facts

    def _ahead(self, op: Op | None, sequence: tuple[Candidate, ...]) -> Preview | None:
        """Make candidates, and see what is there then; None if they do not fit."""
        try:
            for candidate in sequence:
                apply(self.rewriter, candidate)
        except RewriteError:
            return None
        self._refresh()
        function = self.function(op)
        return Preview(function, lambda among: self._look_again(function, among).candidates)

    @cached_property
    def _guard_costs(self) -> dict[str, float]:
        costs: dict[str, float] = current_document()["guards"]
        return costs

    # where things are

    def line(self, op: Op) -> int:
        """1-based line of an op, or of the nearest op around it that has a place in the source."""
        here: Op | None = op
        while here is not None and here.origin is None:
            if here.region is None:
                return 1
            near = next((each for each in here.region.after(here) if each.origin is not None), None)
            here = near or here.region.parent
        return 1 if here is None or here.origin is None else self._line_at(here.origin[0])

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._line_ends, offset) + 1

    def _changes_suppressed(self, candidate: Candidate) -> bool:
        """Whether what a candidate replaces, wherever that is, was switched off by the author."""
        if self.suppressions is None or not self.suppressions.ranges:
            return False
        return any(op.origin is not None and self._is_suppressed(op) for op in candidate.replacement.gone)

    def _is_suppressed(self, op: Op) -> bool:
        if self.suppressions is None or not self.suppressions.ranges:
            return False
        last = self.line(op) if op.origin is None else self._line_at(op.origin[1])
        return self.suppressions.covers(self.line(op), last)

    def _guard(self, op: Op) -> str:
        """The checks of the guarded versions around an op."""
        guards = []
        inner: Region | None = op.region
        while inner is not None and inner.parent is not None:
            outer = inner.parent
            if outer.kind == "if" and inner is outer.regions[0] and outer.attrs.get("version"):
                guards.append(text_of(outer.operands[0]))
            inner = outer.region
        return " and ".join(reversed(guards))


def _places(state: State) -> dict[int, int]:
    """The place of each candidate in the list, by its id."""
    return {id(candidate): place for place, candidate in enumerate(state.candidates)}


def _columns(line: bytes) -> int:
    return len(line.decode().expandtabs(_INDENT))


def _widest(candidate: Candidate) -> int:
    """Columns that a statement which a candidate's rewrite has just written may take, if it is all on one line."""
    new = [root for edit in candidate.replacement.edits for root in edit.new]
    inside = (each for root in new if _is_in_block(root) for each in _statements(root))
    written = [each for each in inside if each.edited or each.origin is None]
    written += [candidate.function.statement(root) for root in new if not _is_in_block(root)]
    return max((_INDENT * _depth(each) + _width(each) for each in written), default=0)


def _depth(statement: Op) -> int:
    """Blocks around a statement."""
    depth = 0
    region = statement.region
    while region is not None and region.parent is not None:
        depth += region.kind == "block"
        region = region.parent.region
    return depth


def _is_in_block(op: Op) -> bool:
    """Whether an op is a statement as it is written: a `for` has stores that are none."""
    return op.is_statement and op.region is not None and op.region.kind == "block"


def _statements(root: Op) -> Iterator[Op]:
    """A statement and those in its blocks."""
    yield root
    for region in root.regions:
        for op in region.ops:
            if _is_in_block(op) or (op.is_statement and op.regions):
                yield from _statements(op)


def _width(statement: Op) -> int:
    """
    Columns of a simple statement, or of the header of a compound one, written on one line without what is before it.

    But for the test of a version, whose parts get a line each.
    """
    if statement.kind in ("for", "if") and not statement.attrs.get("version"):
        return _HEADER + len(text_of(statement.operands[0]))
    if statement.kind == "while":
        return _HEADER + len(text_of(statement.regions[0].result))
    return 0 if statement.regions and statement.kind != "assert" else len(text_of(statement))
