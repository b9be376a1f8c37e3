"""The refinement loop: whatever happens, in whatever order, it gives out the best of what was judged."""

from __future__ import annotations

import ast
import itertools
import math
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import noodlecore_trm.refine
from noodlecore_trm.refine import (
    Event,
    Failed,
    Finish,
    Improve,
    Judged,
    Limits,
    Phase,
    Proposed,
    Reason,
    Refinement,
    Stopped,
    Supervise,
    Verdict,
    advance,
    begin,
    trace,
)

numbers = st.floats() | st.sampled_from([0.0, 0.5, 1.0, -1.0])
events: st.SearchStrategy[Event[int]] = st.one_of(
    st.builds(Proposed, st.integers(0, 5), numbers),
    st.builds(Proposed, st.integers(0, 5), st.floats(0, 1)),
    st.builds(Judged, st.builds(Verdict, st.booleans(), numbers, st.text(max_size=2))),
    st.builds(Stopped, st.just("enough")),
    st.builds(Failed, st.just("broken")),
)
limits = st.builds(Limits, st.integers(0, 4), st.floats(0, 2), st.integers(1, 3))


def fitting(state: Refinement[int], event: Event[int]) -> bool:
    """Whether an event answers the state's directive."""
    match state.directive:
        case Reason():
            return isinstance(event, Proposed | Failed)
        case Supervise():
            return isinstance(event, Judged | Failed)
        case Improve():
            return isinstance(event, Proposed | Stopped | Failed)
    return False


def run(bounds: Limits, course: Iterable[Event[int]], *, strict: bool) -> list[Refinement[int]]:
    """The states along a course of events; with `strict` events that do not fit are passed over."""
    states = [begin(bounds)]
    for event in course:
        if not strict or fitting(states[-1], event):
            states.append(advance(states[-1], event))
    return states


def check(state: Refinement[int]) -> None:
    """What holds in every state that can be reached."""
    counting = [each for each in state.tried if each.verdict.counts]
    best = state.best_tried
    assert (best is None) == (not counting)
    if best is not None:
        assert best.verdict.score == max(each.verdict.score for each in counting)
        assert best is next(each for each in counting if each.verdict.score == best.verdict.score)
    assert [each.step for each in state.tried] == list(range(len(state.tried)))
    assert len(state.tried) <= state.limits.max_steps + 1
    assert len({each.answer for each in state.tried}) == len(state.tried)
    assert (state.pending is not None) == (state.phase is Phase.SUPERVISING)
    assert bool(state.reason) == state.is_over
    match state.directive:
        case Finish(given, reason):
            assert state.is_over
            assert reason
            assert given is best
        case Supervise(answer):
            assert state.pending is not None
            assert answer == state.pending.answer
        case Improve(tried, given):
            assert tried == state.tried != ()
            assert given is best
        case Reason():
            assert state.tried == ()
    assert list(trace(state))


@given(limits, st.lists(events, max_size=25), st.booleans())
def test_any_course_of_events_keeps_the_invariants(bounds: Limits, course: list[Event[int]], strict: bool) -> None:
    states = run(bounds, course, strict=strict)
    for before, after in itertools.pairwise(states):
        check(after)
        assert after.tried[: len(before.tried)] == before.tried, "nothing is forgotten"
        if before.best_tried is not None:
            assert after.best_tried is not None
            assert after.best_tried.verdict.score >= before.best_tried.verdict.score
        if before.is_over:
            assert after is before, "after the end nothing changes"
    last = states[-1]
    if last.tried and last.tried[0].verdict.counts:
        assert last.best_tried is not None
        assert last.best_tried.verdict.score >= last.tried[0].verdict.score, "never worse than the first"


@given(limits, st.lists(events, max_size=40))
def test_it_ends(bounds: Limits, course: list[Event[int]]) -> None:
    fair = [event for event in course if not isinstance(event, Failed)]
    endless = (Proposed(answer, 0.0) for answer in range(10, 100))
    states = run(bounds, fair, strict=True)
    state = states[-1]
    for _ in range(2 * bounds.max_steps + 4):
        match state.directive:
            case Reason() | Improve():
                state = advance(state, next(endless))
            case Supervise():
                state = advance(state, Judged(Verdict(True, 0.0)))
    assert state.is_over
    check(state)


@given(limits, st.lists(events, max_size=12), events)
def test_what_does_not_answer_the_directive_is_an_error(
    bounds: Limits, course: list[Event[int]], event: Event[int]
) -> None:
    state = run(bounds, course, strict=True)[-1]
    after = advance(state, event)
    if state.is_over:
        assert after is state
    elif not fitting(state, event):
        assert after.phase is Phase.ERROR
        assert state.phase.value in after.reason
        assert after.best_tried is state.best_tried, "what was judged stays usable"


def through(*course: Event[int], bounds: Limits | None = None) -> Refinement[int]:
    return run(bounds or Limits(), course, strict=False)[-1]


FIRST = (Proposed(0), Judged(Verdict(True, 1.0)))


def test_the_states_in_their_order() -> None:
    phases = [state.phase for state in run(Limits(), [*FIRST, Proposed(1), Judged(Verdict(True, 2.0))], strict=False)]
    assert phases == [
        Phase.REASONING, Phase.SUPERVISING, Phase.IMPROVING, Phase.SUPERVISING, Phase.IMPROVING,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("course", "bounds", "phase", "reason", "best"),
    [
        ((*FIRST, Stopped("no model")), Limits(), Phase.COMPLETED, "no model", 0),
        (FIRST, Limits(max_steps=0), Phase.COMPLETED, "the steps are used up", 0),
        (
            (*FIRST, Proposed(1), Judged(Verdict(True, 2.0))),
            Limits(max_steps=1), Phase.COMPLETED, "the steps are used up", 1,
        ),
        (
            (*FIRST, Proposed(1, 0.8), Judged(Verdict(True, 0.5))),
            Limits(act_threshold=0.8), Phase.COMPLETED, "sure enough: a confidence of 0.80", 0,
        ),
        ((*FIRST, Proposed(0)), Limits(), Phase.COMPLETED, "converged: the first answer is confirmed", 0),
        (
            (*FIRST, Proposed(1), Judged(Verdict(True, 2.0)), Proposed(0)),
            Limits(), Phase.COMPLETED, "converged: an answer that was given before", 1,
        ),
        (
            (*FIRST, Proposed(1), Judged(Verdict(True, 1.0)), Proposed(2), Judged(Verdict(False, 9.0))),
            Limits(patience=2), Phase.COMPLETED, "converged: no better answer any more", 0,
        ),
        ((*FIRST, Failed("ZeroDivisionError")), Limits(), Phase.ERROR, "ZeroDivisionError", 0),
        ((*FIRST, Proposed(1), Failed("out of memory")), Limits(), Phase.ERROR, "out of memory", 0),
        ((Failed("broken"),), Limits(), Phase.ERROR, "broken", None),
        ((Proposed(0), Judged(Verdict(False, 1.0)), Stopped("enough")), Limits(), Phase.COMPLETED, "enough", None),
        ((Proposed(0), Judged(Verdict(True, math.nan)), Stopped("enough")), Limits(), Phase.COMPLETED, "enough", None),
        ((*FIRST, Proposed(1, math.nan)), Limits(), Phase.ERROR, "a confidence of nan", 0),
        ((*FIRST, Proposed(1, 1.5)), Limits(), Phase.ERROR, "a confidence of 1.5", 0),
        ((Judged(Verdict(True, 1.0)),), Limits(), Phase.ERROR, "judged while reasoning", None),
        ((Stopped("enough"),), Limits(), Phase.ERROR, "stopped while reasoning", None),
        ((Proposed(0), Proposed(1)), Limits(), Phase.ERROR, "proposed while supervising", None),
    ],
)
def test_how_it_ends(
    course: tuple[Event[int], ...], bounds: Limits, phase: Phase, reason: str, best: int | None
) -> None:
    state = through(*course, bounds=bounds)
    assert (state.phase, state.reason, state.best) == (phase, reason, best)
    assert state.confirmed == ("confirmed" in reason)


def test_the_first_answer_of_the_highest_score_is_taken() -> None:
    equal = Judged(Verdict(True, 3.0))
    best = through(*FIRST, Proposed(1), equal, Proposed(2), equal, Stopped("enough")).best_tried
    assert best is not None
    assert (best.step, best.answer) == (1, 1)


def test_a_first_answer_that_is_no_good_may_be_bettered() -> None:
    course = (Proposed(0), Judged(Verdict(False, 0.0)), Proposed(1), Judged(Verdict(True, -1.0)))
    assert through(*course).best == 1


@pytest.mark.parametrize("wrong", [(-1, 1.0, 1), (1, -0.5, 1), (1, math.nan, 1), (1, 1.0, 0)])
def test_limits_that_are_none(wrong: tuple[int, float, int]) -> None:
    with pytest.raises(ValueError, match="no limits"):
        Limits(*wrong)


def test_the_trace_tells_every_step() -> None:
    state = through(
        *FIRST, Proposed(1, 0.25), Judged(Verdict(False, 0.0, "dear", ("", "is gone"))), Stopped("enough"),
    )
    assert list(trace(state, lambda answer: f"answer {answer}")) == [
        "step 0, reasoning: answer 0",
        "step 0, supervising: score +1.0000; best so far: step 0",
        "step 1, improving: answer 1, confidence 0.25",
        "step 1, supervising: not usable; dear; part 2 is gone; best so far: step 0",
        "completed: enough; the answer of step 0 is taken",
    ]


def test_it_does_nothing_but_think() -> None:
    """No arrays, no files, no clock: only what describes data."""
    folder = Path(noodlecore_trm.refine.__file__).parent
    names = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(str(node.module))
    ours = {name for name in names if name.startswith("noodlecore_trm.refine")}
    assert names - ours <= {"__future__", "collections.abc", "dataclasses", "enum", "math", "typing"}
