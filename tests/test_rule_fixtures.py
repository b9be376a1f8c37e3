"""One test for all rules: a new rule needs fixtures and no test code."""

from __future__ import annotations

import sys

import pytest
import rule_fixtures
from rule_fixtures import FOLDER, Case, cases, documented_example, golden_ir, without_header

from noodlecore_trm.pipeline import apply_rules
from noodlecore_trm.rules import load

ALL = list(cases())
REWRITTEN = [case for case in ALL if not case.refused]


def _named(case: Case) -> str:
    return f"{case.rule}-{case.name}"


@pytest.mark.parametrize("case", ALL, ids=_named)
def test_text(case: Case, request: pytest.FixtureRequest) -> None:
    rule = load()[case.rule]
    if request.config.getoption("update_golden") and not case.refused and not case.after.exists():
        case.after.write_bytes(apply_rules(case.source, [rule]))
    assert rule_fixtures.fault_in_text(case, rule) == ""


@pytest.mark.parametrize("case", REWRITTEN, ids=_named)
def test_ir(case: Case, request: pytest.FixtureRequest) -> None:
    text = golden_ir(case.source, case.after.read_bytes())
    if request.config.getoption("update_golden"):
        case.ir.write_text(text, encoding="utf-8")
    assert case.ir.exists(), "run pytest with --update-golden to write it"
    assert case.ir.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("case", REWRITTEN, ids=_named)
def test_behaviour(case: Case, request: pytest.FixtureRequest) -> None:
    hostile = request.config.getoption("hostile")
    faults = rule_fixtures.faults_in_behaviour(case, case.after.read_bytes(), hostile)
    assert not faults, "\n".join(faults[:10])


@pytest.mark.parametrize("name", load())
def test_every_rule_has_its_fixtures(name: str) -> None:
    rule = load()[name]
    own = list(cases(name))
    assert [case for case in own if not case.refused], "no before and after"
    reasons = {case.header.refused for case in own if case.refused}
    assert reasons == set(rule.refusals)
    example = documented_example(sys.modules[rule.match.__module__].__doc__ or "")
    assert example is not None, "no Before: and After: in the docstring of the rule"
    known = {(_body(case.source), _body(case.after.read_bytes())) for case in own if not case.refused}
    assert example in known, "the example in the docstring is none of the fixtures"


def _body(source: bytes) -> str:
    return without_header(source.decode()).strip()


def test_every_fixture_belongs_to_a_rule() -> None:
    assert {folder.name for folder in FOLDER.iterdir() if folder.is_dir()} <= load().keys()
    known = {path for case in ALL for path in (case.path, case.after, case.ir)}
    assert [path for path in sorted(FOLDER.rglob("*.*")) if path not in known and "__pycache__" not in path.parts] == []
