"""The judges of structure and behaviour over one changed file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from noodlecore_trm.validate.behaviour import check_behaviour, read_calls
from noodlecore_trm.validate.runner import Setting
from noodlecore_trm.validate.structure import check_structure


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    `passed`, `failed` or `skipped` for each judge, one sentence, and how many calls were compared.
    """

    structure: str
    behaviour: str
    detail: str = ""
    executions: int = 0

    @property
    def failed(self) -> bool:
        return "failed" in (self.structure, self.behaviour)


def judge(
    before: bytes,
    after: bytes,
    *,
    filename: str,
    calls_file: str | None,
    tests: str | None,
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
        return Judgement("failed", "skipped", structure.detail)
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
    detail = behaviour.detail if behaviour.status == "failed" else ""
    return Judgement(structure.status, behaviour.status, detail, behaviour.executions)
