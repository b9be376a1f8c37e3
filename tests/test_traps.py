"""
Simplifications that other tools got wrong, each a small file in `traps/` with the report that told of it.

A file has three parts. The first is the code, and its docstring names the report; the lines after
`# --- wrong` are what it was once turned into, and those after `# --- driver` show the difference. The
code is optimized alone, so that the driver stands outside of the module, where anything may be done
to it. `attempt(f, ...)` in a driver prints what a call gives or raises.

A trap that does not snap proves nothing: the wrong version has to come out different.
"""

from __future__ import annotations

import ast
import contextlib
import io
import re
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from campaign.variants import Plan, rewrite

from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.options import Options
from noodlecore_trm.parse import parse_module
from noodlecore_trm.pipeline import apply_rules, selected_rules
from noodlecore_trm.rules.listing import RuleTable, find
from noodlecore_trm.suppressions import suppressed_lines
from noodlecore_trm.translate import translate

TRAPS = Path(__file__).with_name("traps")
REPORT = re.compile(r"[\w.-]+/[\w.-]+(#\d+)?: .+\n")
MOST_REWRITES = 60
SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Trap:
    """One file: the code, the wrong versions of it, the driver, and the texts that have to stay."""

    name: str
    code: str
    wrong: tuple[str, ...]
    driver: str

    @property
    def docstring(self) -> str:
        return ast.get_docstring(ast.parse(self.code)) or ""

    @property
    def kept(self) -> list[str]:
        """Each `Kept: TEXT` of the docstring: what no rule may take away, guard or not."""
        return re.findall(r"^Kept: (.+)$", self.docstring, re.MULTILINE)


@cache
def traps() -> tuple[Trap, ...]:
    return tuple(_read(path) for path in sorted(TRAPS.glob("*.py")))


def _read(path: Path) -> Trap:
    code, *rest = re.split(r"^# --- (wrong|driver)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    parts = list(zip(rest[::2], rest[1::2], strict=True))
    wrong = tuple(text for kind, text in parts if kind == "wrong")
    (driver,) = (text for kind, text in parts if kind == "driver")
    return Trap(path.stem, code, wrong, driver)


def attempt(function: Callable[..., Any], *arguments: Any, **named: Any) -> None:
    """Print what a call gives, with its type, or what it raises."""
    try:
        result = function(*arguments, **named)
    except Exception as problem:
        print(type(problem).__name__, problem.args)
    else:
        print(type(result).__name__, repr(result))


class OutOfTime(BaseException):
    """Not an Exception: drivers catch those."""


@contextlib.contextmanager
def time_limit() -> Iterator[None]:
    """Raise OutOfTime in what takes too long: a loop that was rewritten wrong may never end."""

    def strike(*_: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, strike)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def run(code: str, driver: str) -> str:
    """What code and driver print, one after the other in one module."""
    module = ModuleType("trap")
    module.__dict__["attempt"] = attempt
    output = io.StringIO()
    with contextlib.redirect_stdout(output), time_limit():
        try:
            exec(compile(code, "trap.py", "exec", dont_inherit=True), module.__dict__)
            exec(compile(driver, "driver.py", "exec", dont_inherit=True), module.__dict__)
        except (Exception, OutOfTime) as problem:
            print(f"ended by {type(problem).__name__}{problem.args}")
    return output.getvalue()


def versions(code: str) -> dict[str, str]:
    """
    The code as the classic chooser wants it, with every legal rewrite, and with those of each rule alone.

    Without the judges: they might notice what the rules must not do in the first place.
    """
    found = {"classic": rewrite(code, Plan("classic")).text}
    if suppressed_lines(parse_module(code.encode())).file:
        return {name: text for name, text in found.items() if text != code}
    rules = selected_rules(Options())
    table = RuleTable(rules)
    module = translate(parse_module(code.encode()))
    facts = ModuleFacts(module)
    legal = {
        candidate.rule.name
        for op in [*module.functions, None]
        for candidate in find(Function(facts, op), table).candidates
    }
    if legal:
        found["every rule"] = apply_rules(code.encode(), rules, max_rewrites=MOST_REWRITES).decode()
    for rule in rules:
        if rule.name in legal:
            found[rule.name] = apply_rules(code.encode(), [rule], max_rewrites=MOST_REWRITES).decode()
    return {name: text for name, text in found.items() if text != code}


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.name)
def test_nothing_falls_into_the_trap(trap: Trap) -> None:
    expected = run(trap.code, trap.driver)
    assert expected == run(trap.code, trap.driver), "the driver is not the same twice"
    for text in trap.wrong:
        assert run(text, trap.driver) != expected, "the wrong version does the same"
    for name, text in versions(trap.code).items():
        assert run(text, trap.driver) == expected, f"{name}:\n{text}"
        for kept in trap.kept:
            assert kept in text, f"{name}:\n{text}"


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.name)
def test_a_trap_says_where_it_was_found(trap: Trap) -> None:
    assert REPORT.match(trap.docstring + "\n"), trap.docstring
    assert trap.wrong or trap.kept, "there is nothing that could go wrong"
    assert "ended by" not in run(trap.code, trap.driver), "a driver has to reach its end"
    assert all(kept in trap.code.partition(trap.docstring)[2] for kept in trap.kept)


def test_there_are_enough_traps() -> None:
    assert len(traps()) >= 150
    assert len({trap.docstring.partition("\n")[0] for trap in traps()}) >= 100
