"""The course of a refinement as text, for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from noodlecore_trm.refine.loop import A, Phase, Refinement, Tried


def trace(state: Refinement[A], show: Callable[[A], str] = str) -> Iterator[str]:
    """A line for each answer that was judged, in order, and one for how it ended or what it waits for."""
    best: Tried[A] | None = None
    for each in state.tried:
        if each.verdict.counts and (best is None or each.verdict.score > best.verdict.score):
            best = each
        phase = Phase.IMPROVING if each.step else Phase.REASONING
        own = f", confidence {each.confidence:.2f}" if each.step else ""
        so_far = "none" if best is None else f"step {best.step}"
        yield f"step {each.step}, {phase.value}: {show(each.answer)}{own}"
        yield f"step {each.step}, supervising: {_spoken(each)}; best so far: {so_far}"
    if not state.is_over:
        yield f"{state.phase.value}"
        return
    taken = "no answer can be used" if best is None else f"the answer of step {best.step} is taken"
    yield f"{state.phase.value}: {state.reason}; {taken}"


def _spoken(tried: Tried[A]) -> str:
    verdict = tried.verdict
    head = f"score {verdict.score:+.4f}" if verdict.valid else "not usable"
    remarks = (f"part {part} {remark}" for part, remark in enumerate(verdict.remarks, 1) if remark)
    return "; ".join((head, *filter(None, (verdict.detail,)), *remarks))
