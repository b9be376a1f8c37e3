"""
Fixtures of rules: reading them, and everything that must be true of one.

    tests/fixtures/rules/<rule>/<case>.before.py    # calls: f(1, 2), f("a")     may span several such lines
                                <case>.after.py     the same header
                                <case>.ir           IR of the first changed function: before, a line ---, after
                                <case>.refused.py   # refused: reason

A header line `# options: fp_relaxed` names what has to be switched on, and `# seen: TEST: TRUE FALSE` stands
for a profile that has seen how often a test held. A line of either version that no call
can reach ends in `# unreached`.
"""

from __future__ import annotations

import ast
import re
import textwrap
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from noodlecore_trm.ir.op import Module, Op, Region
from noodlecore_trm.ir.text import print_module
from noodlecore_trm.parse import parse_module
from noodlecore_trm.pipeline import apply_rules, refusals
from noodlecore_trm.rules import Rule
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.behaviour import compare_runs, global_names
from noodlecore_trm.validate.made_up import made_up_calls
from noodlecore_trm.validate.runner import EVERY_DRIVE, Limits, Run, Setting, run_calls

FOLDER = Path(__file__).parent / "fixtures" / "rules"
LIMITS = Limits(call_seconds=1.0, hang_seconds=30.0, total_seconds=300.0)


@dataclass(frozen=True)
class Header:
    calls: tuple[str, ...] = ()
    refused: str = ""
    options: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Case:
    rule: str
    name: str
    source: bytes
    path: Path

    @property
    def header(self) -> Header:
        return read_header(self.source.decode())

    @property
    def refused(self) -> bool:
        return self.path.name.endswith(".refused.py")

    @property
    def after(self) -> Path:
        return self.path.with_name(f"{self.name}.after.py")

    @property
    def ir(self) -> Path:
        return self.path.with_name(f"{self.name}.ir")


def cases(rule: str | None = None) -> Iterator[Case]:
    for path in sorted(FOLDER.glob(f"{rule or '*'}/*.py")):
        name, _, kind = path.name.removesuffix(".py").rpartition(".")
        if kind in ("before", "refused"):
            yield Case(path.parent.name, name, path.read_bytes(), path)


def read_header(text: str) -> Header:
    """The header of a fixture. Raises ValueError for a call that is no expression."""
    calls: list[str] = []
    refused, options = "", frozenset[str]()
    for line in text.splitlines():
        found = re.fullmatch(r"#\s*(calls|refused|options|seen):\s*(.*?)\s*", line)
        if found is None:
            break
        key, value = found.groups()
        if key == "calls":
            try:
                elements = ast.parse(f"[{value}]", mode="eval").body
            except SyntaxError as error:
                raise ValueError(f"calls that cannot be read: {value}") from error
            assert isinstance(elements, ast.List)
            calls += map(ast.unparse, elements.elts)
        elif key == "refused":
            refused = value
        elif key == "options":
            options = frozenset(re.split(r"[,\s]+", value))
    return Header(tuple(calls), refused, options)


def without_header(text: str) -> str:
    lines = text.splitlines(keepends=True)
    while lines and re.match(r"#\s*(calls|refused|options|seen):", lines[0]):
        del lines[0]
    return "".join(lines)


def fault_in_text(case: Case, rule: Rule) -> str:
    """What is wrong with what the rule does to the case's text; empty if nothing is."""
    reason = case.header.refused
    if rule.needs and rule.needs not in case.header.options:
        return f"the rule needs `# options: {rule.needs}`"
    result = apply_rules(case.source, [rule])
    if case.refused:
        given = {found for name, found in refusals(case.source, [rule]) if name == rule.name}
        if reason not in given:
            return f"not refused with {reason!r} but with {sorted(given) or 'nothing'}"
        return "" if result == case.source else "refused, and yet changed"
    if result == case.source:
        return f"nothing changed; refused: {sorted(set(refusals(case.source, [rule])))}"
    expected = case.after.read_bytes()
    if result != expected:
        return f"the result is another text:\n{result.decode()}"
    ast.parse(result)
    return "" if apply_rules(result, [rule]) == result else "a second pass changes it again"


def golden_ir(before: bytes, after: bytes) -> str:
    """The IR of the first function that changed (or of the module, if none did), before and after."""
    one, other = translate(parse_module(before, "fixture")), translate(parse_module(after, "fixture"))
    new = {_qualname(op): op for op in other.functions}
    for op in one.functions:
        twin = new.get(_qualname(op))
        if twin is not None and (texts := (_printed(op), _printed(twin)))[0] != texts[1]:
            return "---\n".join(texts)
    return "---\n".join((print_module(one), print_module(other)))


def _qualname(op: Op) -> str:
    scope = op.regions[0].scope
    assert scope is not None
    return scope.qualname


def _printed(op: Op) -> str:
    home = op.region
    alone = Region("block", [])
    alone.ops = list(_with_operands(op))
    text = print_module(Module(b"", alone, "fixture"))
    op.region = home
    return text


def _with_operands(op: Op) -> Iterator[Op]:
    for operand in op.operands:
        yield from _with_operands(operand)
    yield op


def all_calls(case: Case, hostile: int) -> tuple[str, ...]:
    """The given calls, then made-up ones for every top-level function."""
    given = case.header.calls
    if "fp_relaxed" in case.header.options:  # infinities and overflow are what it gives up
        return given
    functions = [
        node for node in ast.parse(case.source).body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    made_up = [text for node in functions for text in made_up_calls(node, limit=hostile, like=given)]
    return tuple(dict.fromkeys([*given, *made_up]))


def faults_in_behaviour(case: Case, after: bytes, hostile: int) -> list[str]:
    """Differences on the calls, given calls without an answer, and lines that no call reached."""
    header = case.header
    if not header.calls:
        return ["the header has no calls"]
    rebindable = () if "closed_world" in header.options else tuple(sorted(global_names(case.source)))
    setting = Setting(drives=EVERY_DRIVE, coverage=True, rebindable=rebindable or ("",), limits=LIMITS)
    calls = all_calls(case, hostile)
    one, other = run_calls(case.source, calls, setting), run_calls(after, calls, setting)
    relaxed = "fp_relaxed" in header.options
    verdict = compare_runs(case.source, one, other, calls, after, setting, relaxed_floats=relaxed, required=False)
    faults = [] if verdict.status == "passed" else [verdict.detail]
    for call, outcomes in zip(header.calls, one.outcomes, strict=False):
        if outcomes[0].inconclusive:
            faults.append(f"{call} gives no answer: {outcomes[0].reason}")
    faults += unreached("before", case.source, one) + unreached("after", after, other)
    return faults


def unreached(side: str, source: bytes, run: Run) -> list[str]:
    lines = source.decode().splitlines()
    missing = [
        number
        for number in sorted(_code_lines(source) - run.lines)
        if not lines[number - 1].rstrip().endswith("# unreached")
    ]
    return [f"no call reaches line {number} of the version {side}: {lines[number - 1].strip()}" for number in missing]


def _code_lines(source: bytes) -> set[int]:
    """Lines that hold code of functions."""
    found: set[int] = set()
    pending = [
        constant for constant in compile(source, "fixture", "exec").co_consts if isinstance(constant, types.CodeType)
    ]
    while pending:
        code = pending.pop()
        found |= {line for _, _, line in code.co_lines() if line and line != code.co_firstlineno}
        pending += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return found


def documented_example(doc: str) -> tuple[str, str] | None:
    """The code under `Before:` and `After:` in a rule's docstring; None if it has none."""
    found = re.search(r"^Before:\n\n(.*?)^After:\n\n(.*?)^\S", doc + "\nEnd", re.DOTALL | re.MULTILINE)
    if found is None:
        return None
    before, after = (textwrap.dedent(part).strip() for part in found.groups())
    return before, after
