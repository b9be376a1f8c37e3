"""
The judge of behaviour: does the changed module do the same when it is called?

Calls come from the caller, from a test command, or are made up for functions that were proven free of
effects. A function found in somebody's file is never run for any other reason.
"""

from __future__ import annotations

import ast
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from noodlecore_trm.validate.comparator import Difference, Outcome, same
from noodlecore_trm.validate.made_up import stored_names, synthesize
from noodlecore_trm.validate.project import NotCopied, copy_project, place_in, run_command
from noodlecore_trm.validate.runner import Run, Setting, run_both, run_calls

_PASSED: Final = re.compile(
    r"^(?:PASSED|XFAIL|XPASS) (\S.*?)(?: - .*)?$"  # pytest -rA
    r"|^(test\w* \(.*\)) ?(?:\.\.\.)? ok$",  # unittest -v
    re.MULTILINE,
)

_ENOUGH: Final = 10
"""Differences after which a comparison stops: each is run again, which takes time."""
_MADE_UP_SECONDS: Final = 0.05
"""Made-up arguments often mean a loop of a billion turns, which says nothing however long it runs."""


@dataclass(frozen=True, slots=True)
class BehaviourVerdict:
    """
    `status` is passed, failed or skipped. `executions` counts the calls that were run on both sides and gave
    an answer, `executed` the same for each callee as it is written; `inconclusive` counts those that gave
    none. `differences` are (call, difference) pairs.
    """

    status: str
    executions: int = 0
    detail: str = ""
    inconclusive: int = 0
    differences: tuple[tuple[str, Difference], ...] = ()
    executed: tuple[tuple[str, int], ...] = ()


def check_behaviour(
    before: bytes,
    after: bytes,
    calls: Sequence[str] = (),
    *,
    proven: Collection[str] = (),
    tests: str | None = None,
    root: Path | None = None,
    path: Path | None = None,
    setting: Setting | None = None,
    limit: int = 60,
    seed: int = 0,
    relaxed_floats: bool = False,
    timeout: float = 600.0,
) -> BehaviourVerdict:
    """
    Compare two versions of a module, given as bytes of source, by running them.

    `calls` are expressions (see `read_calls`); `proven` names top-level functions that are free of
    effects, for which `limit` calls each are made up; `tests` is a shell command run in a copy of the
    folder `root` with the file `path` in either version, for at most `timeout` seconds each. Without
    any of these nothing is run, and the verdict is skipped.
    """
    setting = setting or Setting()
    verdicts: list[BehaviourVerdict] = []
    if calls:
        verdicts.append(compare_calls(before, after, calls, setting, relaxed_floats=relaxed_floats))
    made_up = synthesize(before, after, proven, limit=limit, seed=seed)
    if made_up is not None:
        one, other, texts = made_up
        limits = replace(setting.limits, call_seconds=min(setting.limits.call_seconds, _MADE_UP_SECONDS))
        strict = replace(setting, strict=True, limits=limits)
        verdicts.append(compare_calls(one, other, texts, strict, relaxed_floats=relaxed_floats, required=False))
    if tests is not None:
        if root is None or path is None:
            raise ValueError("a test command needs the root of the project and the path of the file")
        verdicts.append(check_tests(before, after, tests, root, path, timeout))
    return _joined(verdicts)


def compare_calls(
    before: bytes,
    after: bytes,
    calls: Sequence[str],
    setting: Setting,
    *,
    relaxed_floats: bool = False,
    required: bool = True,
) -> BehaviourVerdict:
    """
    Run the calls on both versions. With `required`, every one of them has to give an answer.

    What differs is run once more on the version before: a call that does not even agree with itself
    says nothing.
    """
    if setting.rebindable == ():
        setting = replace(setting, rebindable=tuple(sorted(global_names(before))))
    one, other = run_both(before, after, calls, setting)
    return compare_runs(before, one, other, calls, after, setting, relaxed_floats=relaxed_floats, required=required)


def compare_runs(
    before: bytes,
    one: Run,
    other: Run,
    calls: Sequence[str],
    after: bytes,
    setting: Setting,
    *,
    relaxed_floats: bool = False,
    required: bool = True,
) -> BehaviourVerdict:
    """The verdict on two finished runs; see `compare_calls`."""
    loading = same(one.load, other.load, relaxed_floats=relaxed_floats)
    if one.load.status != "returned":
        return BehaviourVerdict("skipped", detail=f"the module does not load: {one.load.summary()}")
    if loading is not None and _agrees(before, "", one, setting, relaxed_floats):
        return BehaviourVerdict("failed", detail=f"loading the module: {loading}", differences=(("", loading),))
    unclear = 0
    executed: Counter[str] = Counter()
    differences: list[tuple[str, Difference]] = []
    for index, call in enumerate(calls):
        found = _apart(one.outcomes[index], other.outcomes[index], relaxed_floats)
        if found is None:
            executed[_callee(call)] += 1
        elif found.inconclusive and not _hangs_only_after(before, after, call, one, other, index, setting):
            unclear += 1
        elif found.inconclusive or _agrees(before, call, one, setting, relaxed_floats, index):
            executed[_callee(call)] += 1
            differences.append((call, replace(found, inconclusive=False)))
            if len(differences) == _ENOUGH:
                break
        else:
            unclear += 1
    executions = executed.total()
    if differences:
        call, first = differences[0]
        return BehaviourVerdict("failed", executions, f"{call}: {first}", unclear, tuple(differences))
    if executions == 0 or (required and unclear):
        every = [outcome for outcomes in (*one.outcomes, *other.outcomes) for outcome in outcomes]
        reasons = {outcome.reason for outcome in every if outcome.reason} or {"the calls do not repeat themselves"}
        return BehaviourVerdict(
            "skipped", executions, f"{unclear} calls gave no answer: {', '.join(sorted(reasons))}", unclear
        )
    return BehaviourVerdict("passed", executions, "", unclear, executed=tuple(sorted(executed.items())))


def _callee(call: str) -> str:
    node = ast.parse(call, mode="eval").body
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def _apart(one: Sequence[Outcome], other: Sequence[Outcome], relaxed_floats: bool) -> Difference | None:
    if len(one) != len(other) and not any(outcome.inconclusive for outcome in (*one, *other)):
        return Difference("the result", one[0].summary(), other[0].summary())
    found = [same(left, right, relaxed_floats=relaxed_floats) for left, right in zip(one, other, strict=False)]
    clear = [difference for difference in found if difference is not None and not difference.inconclusive]
    unclear = [difference for difference in found if difference is not None]
    return clear[0] if clear else unclear[0] if unclear else None


def _agrees(before: bytes, call: str, one: Run, setting: Setting, relaxed_floats: bool, index: int = -1) -> bool:
    """Whether the version before does the same a second time."""
    again = run_calls(before, [call] if call else [], setting)
    if not call:
        return same(one.load, again.load, relaxed_floats=relaxed_floats) is None
    return _apart(one.outcomes[index], again.outcomes[0], relaxed_floats) is None


def _hangs_only_after(
    before: bytes, after: bytes, call: str, one: Run, other: Run, index: int, setting: Setting
) -> bool:
    """Whether a call that used to end goes on for ever: checked again with four times the time."""
    if any(outcome.inconclusive for outcome in one.outcomes[index]):
        return False
    endless = ("time", "effects", "output", "iterators")
    slow = [outcome for outcome in other.outcomes[index] if outcome.reason in endless]
    if not slow:
        return False
    if slow[0].reason != "time":
        return True
    limits = replace(
        setting.limits, call_seconds=4 * setting.limits.call_seconds, hang_seconds=4 * setting.limits.hang_seconds
    )
    again = run_calls(after, [call], replace(setting, limits=limits))
    return any(outcome.reason == "time" for outcome in again.outcomes[0])


def _joined(verdicts: Sequence[BehaviourVerdict]) -> BehaviourVerdict:
    if not verdicts:
        return BehaviourVerdict("skipped", detail="no calls, no tests, and nothing proven free of effects")
    statuses = [verdict.status for verdict in verdicts]
    status = next((status for status in ("failed", "passed") if status in statuses), "skipped")
    return BehaviourVerdict(
        status,
        sum(verdict.executions for verdict in verdicts),
        "; ".join(verdict.detail for verdict in verdicts if verdict.detail),
        sum(verdict.inconclusive for verdict in verdicts),
        tuple(difference for verdict in verdicts for difference in verdict.differences),
        tuple(pair for verdict in verdicts for pair in verdict.executed),
    )


def read_calls(text: str, filename: str = "<calls>") -> tuple[str, ...]:
    """
    The calls in the text of a calls file.

    A calls file is Python whose every statement is an expression, evaluated in the namespace of the
    module: usually a call such as `f(1, 2)`. A list or tuple at the top level stands for its elements,
    and a string for the expression in it. Raises ValueError, with the line, for anything else.
    """
    try:
        body = ast.parse(text, filename).body
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise ValueError(f"{filename}:{line}: not Python: {getattr(error, 'msg', error)}") from error
    calls: list[str] = []
    for statement in body:
        if not isinstance(statement, ast.Expr):
            raise ValueError(f"{filename}:{statement.lineno}: only expressions such as f(1, 2) can stand here")
        value = statement.value
        elements = value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
        calls += [_call_text(element, filename) for element in elements]
    return tuple(calls)


def _call_text(node: ast.expr, filename: str) -> str:
    if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        return ast.unparse(node)
    try:
        ast.parse(node.value.strip(), mode="eval")
    except SyntaxError as error:
        raise ValueError(f"{filename}:{node.lineno}: not an expression: {node.value!r}") from error
    return node.value.strip()


def global_names(source: bytes) -> frozenset[str]:
    """The public and private names that a module's top level binds to data or functions (not by import)."""
    found: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            found |= stored_names(node)
    return frozenset(found)


# The user's own tests


def check_tests(before: bytes, after: bytes, command: str, root: Path, path: Path, timeout: float) -> BehaviourVerdict:
    """
    Run a test command in a copy of `root`, once with each version of the file `path` (inside `root`).

    The exit code and the set of passed tests (where pytest or unittest -v name them) must be the same, and
    something must pass without the change. Tests that do not import the file say nothing. Raises ValueError if `path`
    is not inside `root`.
    """
    inside = place_in(root, path)
    with tempfile.TemporaryDirectory(prefix="noodle-tests-") as folder:
        copy = Path(folder, "tree")
        try:
            copy_project(root, copy)
            one = _run_tests(command, copy, inside, before, Path(folder, "before"), timeout)
            if one is None:
                return BehaviourVerdict("failed", detail=f"the tests do not end within {timeout:g} s")
            if one.code != 0 and not one.passed:
                return BehaviourVerdict("failed", detail=f"the tests fail without the change: {one.last_line}")
            if not one.imported:
                return BehaviourVerdict("skipped", detail=f"the tests do not import {inside}")
            shutil.rmtree(copy)
            copy_project(root, copy)
        except NotCopied as problem:
            return BehaviourVerdict("failed", detail=str(problem))
        other = _run_tests(command, copy, inside, after, Path(folder, "after"), timeout)
    if other is None:
        return BehaviourVerdict("failed", detail=f"with the change, the tests do not end within {timeout:g} s")
    lost = sorted(one.passed ^ other.passed)
    if lost:
        return BehaviourVerdict("failed", detail=f"with the change, another outcome: {lost[0]}")
    if other.code != one.code:
        return BehaviourVerdict("failed", detail=f"exit code {one.code} became {other.code}: {other.last_line}")
    return BehaviourVerdict("passed", max(1, len(one.passed)))


@dataclass(frozen=True, slots=True)
class _TestRun:
    code: int
    passed: frozenset[str]
    last_line: str
    imported: bool


def _run_tests(command: str, tree: Path, inside: Path, source: bytes, cache: Path, timeout: float) -> _TestRun | None:
    (tree / inside).write_bytes(source)
    done = run_command(command, tree, cache, timeout)
    if done is None:
        return None
    code, output = done
    passed = frozenset(found[0] or found[1] for found in _PASSED.findall(output))
    lines = output.strip().splitlines()
    compiled = Path(cache, *tree.resolve().parts[1:], inside.parent)
    imported = any(compiled.glob(f"{inside.stem}.*.pyc"))
    return _TestRun(code, passed, lines[-1] if lines else "", imported)
