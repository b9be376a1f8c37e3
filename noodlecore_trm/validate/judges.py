"""All three judges over one changed file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from noodlecore_trm.validate.behaviour import check_behaviour, read_calls
from noodlecore_trm.validate.runner import Setting
from noodlecore_trm.validate.structure import check_structure
from noodlecore_trm.validate.timing import measure


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    `passed`, `failed` or `skipped` for each judge, one sentence, how many calls were compared and, if time
    was measured, the ratio (old time over new) and the lower bound of its 99% interval.
    """

    structure: str
    behaviour: str
    time: str
    detail: str = ""
    executions: int = 0
    ratio: float | None = None
    lower_bound: float | None = None

    @property
    def failed(self) -> bool:
        return "failed" in (self.structure, self.behaviour, self.time)


def judge(
    before: bytes,
    after: bytes,
    *,
    filename: str,
    calls_file: str | None,
    tests: str | None,
    timed: bool,
    effect_free: Collection[str],
    relaxed_floats: bool,
) -> Judgement:
    """
    Judge a changed file, cheapest judge first, stopping at the first that fails.

    Functions named in `effect_free` are run on made-up calls; nothing else runs unless the user gave a
    calls file or a test command. Raises OSError or ValueError for a calls file that cannot be used.
    """
    structure = check_structure(before, after)
    if structure.status == "failed":
        return Judgement("failed", "skipped", "skipped", structure.detail)
    calls = read_calls(Path(calls_file).read_text("utf-8"), calls_file) if calls_file else ()
    path = Path(filename)
    setting = Setting.of(filename)
    behaviour = check_behaviour(
        before,
        after,
        calls,
        proven=effect_free,
        tests=tests,
        root=Path.cwd() if tests else None,
        path=path if tests else None,
        setting=setting,
        relaxed_floats=relaxed_floats,
    )
    if behaviour.status == "failed":
        return Judgement(structure.status, "failed", "skipped", behaviour.detail, behaviour.executions)
    if not timed:
        return Judgement(structure.status, behaviour.status, "skipped", "", behaviour.executions)
    if not calls:
        detail = "time was not measured: it needs calls to run"
        return Judgement(structure.status, behaviour.status, "failed", detail, behaviour.executions)
    verdict = measure(before, after, calls, setting=setting)
    return Judgement(
        structure.status,
        behaviour.status,
        "passed" if verdict.accepted else "failed",
        verdict.detail,
        behaviour.executions,
        verdict.ratio,
        verdict.lower_bound,
    )
