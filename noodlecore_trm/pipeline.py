"""
The road, end to end: the one module that sees every room.

    parse → translate → [ list → choose → rewrite ]* → emit → validate → receipt
"""

from __future__ import annotations

import difflib
import hashlib
import math
import re
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from noodlecore_trm.choosers import (
    Answer,
    Choice,
    Chooser,
    FallbackChooser,
    Preview,
    State,
    Unsuited,
    make_chooser,
)
from noodlecore_trm.choosers.cost import cost_of, size, whole_cost_of
from noodlecore_trm.choosers.guards import guard_cost
from noodlecore_trm.choosers.plans import Estimate, PlanFollower, verdict_against
from noodlecore_trm.choosers.table import current_document
from noodlecore_trm.emit import EmissionError, emit, text_of
from noodlecore_trm.errors import OptimizationError
from noodlecore_trm.garbage import collection_rare
from noodlecore_trm.gate import ALL, Admission, Attempt, Place, admit, admit_whole, time_each
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.facts.purity import effect_free
from noodlecore_trm.ir.op import Module, Op, Region, alike, walk
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.ir.rewriter import RewriteError, Rewriter, Undone
from noodlecore_trm.ir.verify import InvalidIR, verify
from noodlecore_trm.parse import ParsedModule, parse_module
from noodlecore_trm.profile.seen import FileProfile, read_profile, seen_in_comments
from noodlecore_trm.receipts import (
    ChangeReceipt,
    FileReceipt,
    FunctionReceipt,
    RefusalReceipt,
    TakenBackReceipt,
    Verdict,
)
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
from noodlecore_trm.rules import Rule, load
from noodlecore_trm.rules.listing import Candidate, Findings, RuleTable, apply, find
from noodlecore_trm.suppressions import Suppressions, suppressed_lines
from noodlecore_trm.telemetry import count_functions, count_thinking
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.behaviour import read_calls
from noodlecore_trm.validate.bounds import TimeVerdict
from noodlecore_trm.validate.clock import Clock
from noodlecore_trm.validate.emission import emit_verified
from noodlecore_trm.validate.judges import Judgement, judge

T = TypeVar("T")
_PASSES = 4
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
_ROUNDED = 1.0001
"""By how much costs may differ that come from predictions of four places."""


@dataclass(frozen=True, slots=True)
class Options:
    """
    What the user asked for.

    `precision` is that of the model that chooses, as it was installed if empty.
    `max_rewrites` is K, the most rewrites per file; `max_size` the largest allowed ratio of the
    bytes after to the bytes before; `guard_builtins` refuses what rests on a builtin not having been
    rebound from outside; `closed_world` assumes that nothing outside rebinds the module's functions;
    `fp_relaxed` opens rules that change the last digits of floats; `profile` is a file that
    `noodle-trm profile` has written, which says what is worth it; `timeout` the seconds of choosing after
    which a file is finished with what it has. `calls` is a calls file and `tests` a command, both for the
    behaviour judge; `measure` switches the time judge on, which needs one of them.
    """

    chooser: str = "trm"
    precision: str = ""
    max_rewrites: int | None = None
    max_size: float | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fp_relaxed: bool = False
    closed_world: bool = False
    guard_builtins: bool = False
    measure: bool = False
    calls: str | None = None
    tests: str | None = None
    profile: str | None = None
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class Reasoning:
    """How the rewrites of a function were chosen: a line for each step."""

    qualname: str
    line: int
    steps: tuple[str, ...]
    planned: bool
    """Whether they follow a plan instead of the first answer."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: bytes before and after, and the receipt."""

    filename: str
    original: bytes
    optimized: bytes
    receipt: FileReceipt
    reasoning: tuple[Reasoning, ...] = ()
    """How the rewrites of each function that has candidates were chosen."""

    @property
    def changed(self) -> bool:
        return self.original != self.optimized

    def diff(self) -> str:
        """A unified diff of the decoded texts; empty if nothing changed."""
        before = parse_module(self.original, self.filename)
        after = parse_module(self.optimized, self.filename)
        lines = difflib.unified_diff(
            before.source.decode("utf-8", "surrogateescape").splitlines(keepends=True),
            after.source.decode("utf-8", "surrogateescape").splitlines(keepends=True),
            f"a/{self.filename}",
            f"b/{self.filename}",
        )
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


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


def _submodules(filename: str) -> frozenset[str]:
    """The names beside a package's `__init__.py`: as attributes of the package they are its submodules."""
    path = Path(filename)
    if path.name != "__init__.py":
        return frozenset()
    with suppress(OSError):
        return frozenset(each.name.partition(".")[0] for each in path.parent.iterdir())
    return frozenset()


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


def apply_rules(source: bytes, rules: Sequence[Rule], *, max_rewrites: int = 1000) -> bytes:
    """
    Apply every candidate of some rules, in order, until none is left; the source's own text back.

    For fixtures and for the campaign: it ignores whether a rewrite is worth it. Of two rules that
    take each other back only the one direction is applied. Comments `# seen: TEST: TRUE FALSE` above the
    program stand for a profile. Raises EmissionError or RewriteError
    where the pipeline proper would leave the code alone.
    """
    names = {rule.name for rule in rules}
    rules = [rule for rule in rules if rule.inverse not in names]
    closed_world = any(rule.needs == "closed_world" for rule in rules)
    parsed = parse_module(source)
    seen = seen_in_comments(source)
    with deep_recursion():
        module = translate(parsed)
        table = RuleTable(rules)
        rewriter = Rewriter(module)
        for op in [*reversed(module.functions), None]:
            while max_rewrites:
                facts = ModuleFacts(module, closed_world=closed_world, observed=seen)
                findings = find(Function(facts, op), table)
                if not findings.candidates:
                    break
                apply(rewriter, findings.candidates[0])
                verify(module)
                max_rewrites -= 1
        return parsed.encode(emit_verified(module))


def refusals(source: bytes, rules: Sequence[Rule]) -> list[tuple[str, str]]:
    """(rule, reason) of every refusal in a source."""
    module = translate(parse_module(source))
    closed_world = any(rule.needs == "closed_world" for rule in rules)
    facts = ModuleFacts(module, closed_world=closed_world, observed=seen_in_comments(source))
    table = RuleTable(rules)
    found: list[tuple[str, str]] = []
    for op in [*module.functions, None]:
        found.extend((each.rule.name, each.reason) for each in find(Function(facts, op), table).refusals)
    return found


def selected_rules(options: Options) -> list[Rule]:
    """The rules the options leave in. Raises OptimizationError for a name that is no rule."""
    rules = load()
    for name in (*options.select, *options.ignore):
        if name not in rules:
            raise OptimizationError(f"there is no rule {name!r}")
    opened = {name for name in ("fp_relaxed", "closed_world") if getattr(options, name)}
    return [
        rule
        for rule in rules.values()
        if (not options.select or rule.name in options.select)
        and rule.name not in options.ignore
        and (not rule.needs or rule.needs in opened)
    ]


def _check_calls(options: Options) -> None:
    if options.calls:
        try:
            read_calls(Path(options.calls).read_text("utf-8"), options.calls)
        except (OSError, ValueError) as problem:
            raise OptimizationError(str(problem)) from None


@collection_rare()
def optimize(source: bytes | str, *, filename: str = "<string>", options: Options = Options()) -> Result:
    """
    Optimize one file.

    Never raises for anything the source contains: what cannot be handled comes back as it was,
    with the reason in the receipt. Raises OptimizationError for options that make no sense.
    """
    original = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    rules = RuleTable(selected_rules(options))
    proposes = make_chooser(options.chooser, precision=options.precision).proposes
    _check_calls(options)
    times: dict[str, float] = {}
    parsed = _timed(times, "parse", lambda: parse_module(original, filename))
    if parsed.tree is None:
        return _unchanged(filename, original, f"does not parse: {parsed.error}", times)
    with deep_recursion():
        result = _led(parsed, rules, options, times)
        result = _or_classic(result, parsed, rules, options, times) if proposes else result
    count_functions(result.receipt.functions)
    return result


def _or_classic(
    result: Result, parsed: ParsedModule, rules: RuleTable, options: Options, times: dict[str, float]
) -> Result:
    """The result of a chooser that makes plans, or classic's where plans have led to a worse one."""
    why = result.receipt.reason
    limited = options.max_rewrites is not None and any(each.planned for each in result.reasoning)
    if not why and not limited:
        return result
    other = _led(parsed, rules, replace(options, chooser="classic"), times)
    if not why:
        costs = _whole_costs(parsed)
        if _cost_after(costs, result) > _cost_after(costs, other) * _ROUNDED:
            why = "other functions needed the rewrites more"
    if not why:
        return result
    functions = tuple(replace(each, fallback_reason=why) for each in other.receipt.functions)
    return replace(other, receipt=replace(other.receipt, functions=functions), reasoning=result.reasoning)


def _whole_costs(parsed: ParsedModule) -> list[tuple[str, float]]:
    """What a run of each function costs, with those that it calls, by its name."""
    facts = ModuleFacts(translate(parsed))
    functions = [Function(facts, op) for op in (*facts.module.functions, None)]
    return [(each.scope.qualname, whole_cost_of(each)) for each in functions]


def _cost_after(costs: Sequence[tuple[str, float]], result: Result) -> float:
    """What they cost after a result's rewrites, in all."""
    predicted = {each.qualname: each.predicted or 1.0 for each in result.receipt.functions}
    return sum(cost / predicted.get(name, 1.0) for name, cost in costs)


def _led(parsed: ParsedModule, rules: RuleTable, options: Options, times: dict[str, float]) -> Result:
    """The result of one chooser."""
    filename, original = parsed.filename, parsed.original
    try:
        return _optimize_parsed(parsed, rules, options, times)
    except RecursionError:
        return _unchanged(filename, original, "nested too deeply", times)
    except UnicodeEncodeError:
        return _unchanged(filename, original, f"the result cannot be written in {parsed.encoding}", times)
    except (EmissionError, InvalidIR) as problem:
        return _unchanged(filename, original, f"the result cannot be written down: {problem}", times)


@dataclass(frozen=True, slots=True)
class Timed:
    """
    What all rewrites of one function are worth: the `record` of it, which says who chose, the `rules` that made them,
    and the `verdict`.

    Where functions cannot be told apart it is about the whole file, and `qualname` is empty.
    """

    qualname: str
    record: Record
    rules: tuple[str, ...]
    verdict: TimeVerdict


@collection_rare()
def measure(source: bytes, *, filename: str, options: Options) -> list[Timed]:
    """
    Time each function that would be rewritten against its original, on the calls or tests of the options.

    Nothing is decided: what is slower is told as well. Raises OptimizationError for options that make no sense, for a
    file that cannot be optimized, and where there is nothing to run.
    """
    rules = RuleTable(selected_rules(options))
    _check_calls(options)
    parsed = parse_module(source, filename)
    if parsed.tree is None:
        raise OptimizationError(f"does not parse: {parsed.error}")
    seen = None if options.profile is None else read_profile(options.profile, filename, source)
    times: dict[str, float] = {}
    with deep_recursion():
        try:
            build = _Builds(partial(_settle, parsed, rules, options, times, seen))
            full = build(frozenset())
            if full.text == source:
                return []
            clock = _clock(parsed, options, seen)
            if clock.tells_functions_apart:
                verdicts = time_each(source, full, build, clock)
            else:
                verdicts = {ALL: clock(source, full.text, ALL)}
        except (_Unsettled, EmissionError, InvalidIR, RecursionError, UnicodeEncodeError, ValueError) as problem:
            raise OptimizationError(str(problem)) from None
    settled = build.settled()
    changed = {record.unit: record for record in reversed(settled.records) if record.kept}
    every = tuple(rule for each in full.rules.values() for rule in each)
    whole = Record(ALL, 1, chooser=settled.done.chooser, fallback_reason=settled.done.fallback_reason)
    return [
        Timed(name, changed.get(name, whole), full.rules.get(name, every), verdict)
        for name, verdict in verdicts.items()
    ]


@dataclass(frozen=True, slots=True)
class _Settled:
    """A file after its rewrites: all of it, what happened to each function, and who chose."""

    optimized: bytes
    records: list[Record]
    done: Optimized


class _Unsettled(Exception):
    """Nothing can be kept of a file; the message says why. `records` is what happened until then."""

    def __init__(self, reason: str, records: list[Record]) -> None:
        super().__init__(reason)
        self.records = records


def _optimize_parsed(parsed: ParsedModule, rules: RuleTable, options: Options, times: dict[str, float]) -> Result:
    if off := suppressed_lines(parsed).file:
        return _unchanged(parsed.filename, parsed.original, off, times)
    seen = None if options.profile is None else read_profile(options.profile, parsed.filename, parsed.original)
    if options.profile is not None and seen is None:
        return _unchanged(parsed.filename, parsed.original, "the profile has not seen it run", times)
    admission: Admission | None = None
    settled = None
    try:
        build = _Builds(partial(_settle, parsed, rules, options, times, seen))
        settled = build.settled()
        if options.measure and settled.optimized != parsed.original:
            clock = partial(_clock, parsed, options, seen)
            settled, admission = _timed(times, "validate", lambda: _measured(parsed.original, build, clock))
    except _Unsettled as problem:
        return _unchanged(parsed.filename, parsed.original, str(problem), times, problem.records)
    largest = None if options.max_size is None else options.max_size * len(parsed.original)
    optimized, records = settled.optimized, settled.records
    if optimized != parsed.original and largest is not None and len(optimized) > largest:
        return _unchanged(parsed.filename, parsed.original, "the result is larger than allowed", times, records)
    if admission is not None and not admission.passed:
        assert admission.together is not None
        verdict = Verdict("skipped", "skipped", "failed", admission.together.detail)
        return _unchanged(parsed.filename, parsed.original, verdict.detail, times, records, verdict)
    judgement = _timed(times, "validate", lambda: _judge(parsed, optimized, records, options))
    time_status = "skipped" if admission is None else "passed"
    verdict = Verdict(judgement.structure, judgement.behaviour, time_status, judgement.detail)
    if judgement.failed:
        return _unchanged(parsed.filename, parsed.original, judgement.detail, times, records, verdict)
    for record in records:
        record.kept = [_with_evidence(change, judgement) for change in record.kept]
        if admission is not None:
            record.kept = [_with_time(change, admission.passed.get(record.unit)) for change in record.kept]
    return Result(
        parsed.filename,
        parsed.original,
        optimized,
        _file_receipt(parsed.filename, parsed.original, optimized, "", times, records, verdict, settled.done),
        _reasoning(records),
    )


class _LeftOut:
    """The places that are not rewritten, by functions of the original file."""

    def __init__(self, places: frozenset[Place]) -> None:
        self._places = places
        self._own: frozenset[str] = frozenset()

    def begin(self, functions: Iterable[str]) -> None:
        """Names of the functions of the module at hand; the first time it is the original one."""
        self._own = self._own or frozenset(functions)

    def unit(self, function: str) -> str:
        """The function of the original file that a function belongs to: one that was made belongs to the module."""
        return function if function in self._own else "<module>"

    def covers(self, function: str, rule: str) -> bool:
        if not self._places:
            return False
        unit = self.unit(function)
        return (unit, ALL) in self._places or (unit, rule) in self._places


def _settle(
    parsed: ParsedModule,
    rules: RuleTable,
    options: Options,
    times: dict[str, float],
    seen: FileProfile | None,
    without: frozenset[Place] = frozenset(),
) -> _Settled:
    """Rewrite a file until nothing changes, but for the places in `without`. Raises _Unsettled."""
    records: list[Record] = []
    current = parsed
    budget = options
    effort = Effort(options.timeout)
    left_out = _LeftOut(without)
    chooser = make_chooser(options.chooser, precision=options.precision)
    for _ in range(_PASSES):
        done, text = _one_pass(current, rules, budget, chooser, times, effort, left_out, seen)
        records = _merge_records(records, done.records)
        if effort.cut_off:
            effort = Effort(0.0, 0)
        if text == current.source:
            break
        following = parse_module(current.encode(text), parsed.filename)
        if following.tree is None:
            raise _Unsettled("the result does not parse", records)
        current = following
        if budget.max_rewrites is not None:
            made = sum(len(record.kept) for record in done.records)
            budget = replace(budget, max_rewrites=budget.max_rewrites - made)
    else:
        raise _Unsettled("the rewrites do not settle", records)
    for record in records:
        record.unit = left_out.unit(record.qualname)
    return _Settled(parsed.encode(current.source), records, done)


def _measured(original: bytes, build: _Builds, make_clock: Callable[[], Clock]) -> tuple[_Settled, Admission]:
    """What of the rewrites is measured to be faster, and the verdicts. Raises _Unsettled."""
    admission = _admitted(original, build, make_clock)
    kept = build.settled(admission.without)
    known = {record.qualname: record for record in kept.records}
    for record in build.settled().records:
        lost = [(change, admission.verdict_on(record.unit, change.rule)) for change in record.kept]
        taken_back = [_taken_back(change, verdict) for change, verdict in lost if verdict is not None]
        if record.qualname in known:
            known[record.qualname].taken_back = taken_back
        elif taken_back:
            kept.records.append(replace(record, kept=[], taken_back=taken_back))
    kept.records.sort(key=lambda record: record.line)
    return kept, admission


def _admitted(original: bytes, build: _Builds, make_clock: Callable[[], Clock]) -> Admission:
    try:
        clock = make_clock()
    except ValueError as problem:
        unknown = TimeVerdict("skipped", detail=str(problem))
        return admit_whole(original, build(frozenset()), lambda *_: unknown)
    if clock.tells_functions_apart:
        return admit(original, build(frozenset()), build, clock)
    return admit_whole(original, build(frozenset()), clock)


class _Builds:
    """The versions of a file without the rewrites of some places, each made once."""

    def __init__(self, settle: Callable[[frozenset[Place]], _Settled]) -> None:
        self._settle = settle
        self._made: dict[frozenset[Place], _Settled] = {}

    def settled(self, without: frozenset[Place] = frozenset()) -> _Settled:
        """Raises what `_settle` raises."""
        if without not in self._made:
            self._made[without] = self._settle(without)
        return self._made[without]

    def __call__(self, without: frozenset[Place]) -> Attempt:
        settled = self.settled(without)
        rules: dict[str, tuple[str, ...]] = {}
        for record in settled.records:
            rules[record.unit] = rules.get(record.unit, ()) + tuple(change.rule for change in record.kept)
        return Attempt(settled.optimized, rules)


def _clock(parsed: ParsedModule, options: Options, seen: FileProfile | None) -> Clock:
    """Raises OSError or ValueError where there is nothing to time."""
    examples = () if seen is None else seen.examples()
    return Clock(parsed.original, parsed.filename, calls_file=options.calls, tests=options.tests, examples=examples)


def _taken_back(change: ChangeReceipt, verdict: TimeVerdict) -> TakenBackReceipt:
    known = math.isfinite(verdict.ratio)
    numbers = (round(verdict.ratio, 4), round(verdict.lower_bound, 4)) if known else (None, None)
    return TakenBackReceipt(change.rule, change.line, verdict.detail, *numbers)


def _one_pass(
    parsed: ParsedModule,
    rules: RuleTable,
    options: Options,
    chooser: FallbackChooser,
    times: dict[str, float],
    effort: Effort,
    left_out: _LeftOut,
    seen: FileProfile | None,
) -> tuple[Optimized, bytes]:
    """Choose and emit; where the text cannot be written, choose again checking every step."""
    for careful in (False, True):
        module = _timed(times, "translate", lambda: translate(parsed))
        if module.words is not None:
            module.words |= _submodules(parsed.filename)
        suppressions = suppressed_lines(parsed)
        road = Road(
            module, rules, chooser, options, suppressions,
            careful=careful, effort=effort, without=left_out.covers, seen=seen,
        )
        left_out.begin(road.function(op).scope.qualname for op in (*module.functions, None))
        done = _timed(times, "choose", road.run)
        try:
            return done, _timed(times, "emit", lambda: emit_verified(module))  # noqa: B023  (called at once)
        except (EmissionError, InvalidIR):
            if careful:
                raise
            effort = Effort(options.timeout)
    raise AssertionError("unreachable")


def _judge(parsed: ParsedModule, optimized: bytes, records: list[Record], options: Options) -> Judgement:
    if optimized == parsed.original:
        return Judgement("skipped", "skipped")
    before = translate(parsed)
    return judge(
        parsed.original,
        optimized,
        filename=parsed.filename,
        calls_file=options.calls,
        tests=options.tests,
        effect_free=effect_free(ModuleFacts(before)),
        relaxed_floats=options.fp_relaxed,
    )


def _with_evidence(change: ChangeReceipt, judgement: Judgement) -> ChangeReceipt:
    evidence = "CHECKED" if judgement.executions else "PROVED"
    return replace(change, evidence=evidence, executions=judgement.executions)


def _with_time(change: ChangeReceipt, verdict: TimeVerdict | None) -> ChangeReceipt:
    if verdict is None:
        return change
    ratio, bound = round(verdict.ratio, 4), round(verdict.lower_bound, 4)
    return replace(change, evidence="MEASURED", ratio=ratio, lower_bound=bound)


def _timed(times: dict[str, float], stage: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    try:
        return work()
    finally:
        times[stage] = times.get(stage, 0.0) + time.perf_counter() - start


def _merge_records(first: list[Record], second: list[Record]) -> list[Record]:
    """Later passes run on new text: their changes count, their refusals repeat the first ones."""
    merged = {record.qualname: record for record in first}
    for record in second:
        known = merged.get(record.qualname)
        if known is None:
            if record.kept or not first:
                merged[record.qualname] = record
        else:
            known.kept.extend(record.kept)
            known.tried += record.tried
            if record.planned and not known.planned:
                known.planned, known.model = True, record.model
                known.chooser, known.fallback_reason = record.chooser, record.fallback_reason
            known.predicted *= record.predicted
            if record.reasoning:
                known.reasoning += ["then, on the rewritten text:", *record.reasoning]
    return sorted(merged.values(), key=lambda record: record.line)


def _unchanged(
    filename: str,
    original: bytes,
    reason: str,
    times: dict[str, float],
    records: Sequence[Record] = (),
    verdict: Verdict | None = None,
) -> Result:
    verdict = verdict or Verdict("skipped", "skipped", "skipped", "")
    for record in records:
        record.kept.clear()
    return Result(
        filename,
        original,
        original,
        _file_receipt(filename, original, original, reason, times, records, verdict, None),
        _reasoning(records),
    )


def _reasoning(records: Sequence[Record]) -> tuple[Reasoning, ...]:
    return tuple(
        Reasoning(each.qualname, each.line, tuple(each.reasoning), each.planned) for each in records if each.reasoning
    )


def _file_receipt(
    filename: str,
    before: bytes,
    after: bytes,
    reason: str,
    times: dict[str, float],
    records: Sequence[Record],
    verdict: Verdict,
    done: Optimized | None,
) -> FileReceipt:
    stages = ("parse", "translate", "choose", "validate", "emit")
    return FileReceipt(
        path=filename,
        status="unchanged" if before == after else "changed",
        reason=reason,
        sha256_before=hashlib.sha256(before).hexdigest(),
        sha256_after=hashlib.sha256(after).hexdigest(),
        bytes_before=len(before),
        bytes_after=len(after),
        verdict=verdict,
        times={stage: round(times.get(stage, 0.0), 6) for stage in stages},
        functions=tuple(
            FunctionReceipt(
                record.qualname,
                record.line,
                record.dynamic,
                record.found,
                tuple(record.refused),
                record.tried,
                tuple(record.kept),
                record.chooser if done is not None else "none",
                record.fallback_reason if done is not None else "",
                tuple(record.taken_back),
                record.model if done is not None else "",
                round(record.predicted, 4) if done is not None and record.kept else None,
            )
            for record in records
        ),
    )
