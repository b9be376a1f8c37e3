"""
From a file to its result: the one module that sees every room.

    parse → translate → [ list → choose → rewrite ]* → emit → validate → receipt
"""

from __future__ import annotations

import difflib
import hashlib
import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from noodlecore_trm.choosers import ChooserUnavailable, ClassicChooser, FallbackChooser, make_chooser, with_fallback
from noodlecore_trm.choosers.cost import whole_cost_of
from noodlecore_trm.choosers.drawn import MOST, Draw, DrawnChooser
from noodlecore_trm.choosers.trm import Scorer, find_scorer, scorer_in
from noodlecore_trm.emit import EmissionError
from noodlecore_trm.errors import OptimizationError
from noodlecore_trm.garbage import collection_rare
from noodlecore_trm.gate import ALL, Admission, Attempt, Place, admit, admit_whole, time_each
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.facts.purity import effect_free
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.ir.rewriter import Rewriter
from noodlecore_trm.ir.verify import InvalidIR, verify
from noodlecore_trm.options import Options
from noodlecore_trm.parse import ParsedModule, parse_module
from noodlecore_trm.profile.seen import FileProfile, read_profile, seen_in_comments
from noodlecore_trm.receipts import ChangeReceipt, FileReceipt, FunctionReceipt, TakenBackReceipt, Verdict
from noodlecore_trm.road import Effort, Optimized, Record, Road
from noodlecore_trm.rules import Rule, load
from noodlecore_trm.rules.listing import RuleTable, apply, find
from noodlecore_trm.suppressions import suppressed_lines
from noodlecore_trm.telemetry import count_functions
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.behaviour import read_calls
from noodlecore_trm.validate.bounds import TimeVerdict
from noodlecore_trm.validate.clock import Clock
from noodlecore_trm.validate.emission import emit_verified
from noodlecore_trm.validate.judges import Judgement, judge

T = TypeVar("T")
_PASSES = 4
_DRAWS = 8
"""Draws for each plan that is wanted: some come to nothing, or to a plan that there was."""
_ROUNDED = 1.0001
"""By how much costs may differ that come from predictions of four places."""


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
    parsed, rules, seen = _to_be_timed(source, filename, options)
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


def _to_be_timed(source: bytes, filename: str, options: Options) -> tuple[ParsedModule, RuleTable, FileProfile | None]:
    """A file, the rules for it and what a profile has seen of it. Raises OptimizationError."""
    rules = RuleTable(selected_rules(options))
    _check_calls(options)
    parsed = parse_module(source, filename)
    if parsed.tree is None:
        raise OptimizationError(f"does not parse: {parsed.error}")
    seen = None if options.profile is None else read_profile(options.profile, filename, source)
    return parsed, rules, seen


@dataclass(frozen=True, slots=True)
class Explored:
    """
    Rewrites of one function that were drawn, one after the other, by the scores of a model, and the `verdict` on a
    version with all of them against `before`, the text that they begin with.
    """

    qualname: str
    line: int
    model: Scorer
    before: bytes
    draws: tuple[Draw, ...]
    verdict: TimeVerdict


def explore(source: bytes, *, filename: str, options: Options, plans: int) -> Iterator[Explored]:
    """
    Time rewrites that are drawn, at most so many plans for each function that the calls of the options run, each once.

    A plan of n rewrites is told n times: from the first one on, from the second one on, and so on. Raises
    OptimizationError as `measure` does, and where there is no model to draw by.
    """
    parsed, rules, seen = _to_be_timed(source, filename, options)
    try:
        scorer = scorer_in(options.precision) if options.precision else find_scorer()
        clock = _clock(parsed, options, seen)
    except (ChooserUnavailable, OSError, ValueError) as problem:
        raise OptimizationError(str(problem)) from None
    if not clock.tells_functions_apart:
        raise OptimizationError("what is drawn is timed on calls, which tell functions apart; tests do not")
    for function in sorted(set().union(*clock.reached)):
        told: set[bytes] = {source}
        for number in range(_DRAWS * plans):
            if len(told) > plans:
                break

            def drawn(most: int) -> _DrawnPlan | None:
                chooser = DrawnChooser(function, number, scorer, most)  # noqa: B023  (called at once)
                return _drawn_plan(parsed, rules, options, chooser, seen)

            plan = drawn(MOST)
            if plan is None or plan.text in told:
                continue
            told.add(plan.text)
            for turn in range(len(plan.draws)):
                before = drawn(turn) if turn else _DrawnPlan(source, 0, ())
                if before is None or len(before.draws) != turn:
                    continue
                verdict = clock(before.text, plan.text, function)
                yield Explored(function, plan.line, scorer, before.text, plan.draws[turn:], verdict)


@dataclass(frozen=True, slots=True)
class _DrawnPlan:
    """A file with one function rewritten by draws."""

    text: bytes
    line: int
    draws: tuple[Draw, ...]


def _drawn_plan(
    parsed: ParsedModule, rules: RuleTable, options: Options, chooser: DrawnChooser, seen: FileProfile | None
) -> _DrawnPlan | None:
    """Follow draws, once through the file; None if nothing came of it, or not what was drawn."""
    with deep_recursion():
        try:
            done, text = _one_pass(
                parsed, rules, options, with_fallback(lambda: chooser, ClassicChooser()), {}, Effort(options.timeout),
                _LeftOut(frozenset()), seen,
            )
        except (EmissionError, InvalidIR, RecursionError, UnicodeEncodeError, ValueError):
            return None
    if parse_module(parsed.encode(text), parsed.filename).tree is None:
        return None
    changed = [record for record in done.records if record.kept]
    made = [change.rule for record in changed for change in record.kept]
    if len(changed) != 1 or not made or made != [draw.rule for draw in chooser.draws] or done.chooser != chooser.name:
        return None
    return _DrawnPlan(parsed.encode(text), changed[0].line, chooser.draws)


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


def _submodules(filename: str) -> frozenset[str]:
    """The names beside a package's `__init__.py`: as attributes of the package they are its submodules."""
    path = Path(filename)
    if path.name != "__init__.py":
        return frozenset()
    with suppress(OSError):
        return frozenset(each.name.partition(".")[0] for each in path.parent.iterdir())
    return frozenset()


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
