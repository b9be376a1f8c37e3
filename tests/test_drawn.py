"""Drawing plans to learn from: how likely they are, that they can be followed again, and what is measured of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from noodlecore_trm.choosers.drawn import MOST, chances  # noqa: E402
from noodlecore_trm.cli import main  # noqa: E402
from noodlecore_trm.encoding.taken import unpack_taken  # noqa: E402
from noodlecore_trm.feedback import FeedbackStore, default_path  # noqa: E402
from noodlecore_trm.options import Options  # noqa: E402
from noodlecore_trm.pipeline import apply_rules, explore, selected_rules  # noqa: E402

SOURCE = b"""\
def totals(rows):
    out = []
    for row in rows:
        out.append(row * 2)
    kept = []
    for row in rows:
        if row:
            kept.append(row)
    return out, kept


def unused(rows):
    out = []
    for row in rows:
        out.append(row)
    return out
"""


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NOODLE_TRM_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "calls.py").write_text("totals(list(range(50)))\n")
    (tmp_path / "rows.py").write_bytes(SOURCE)
    return str(tmp_path / "calls.py")


def test_chances_follow_the_scores() -> None:
    likely = chances(np.array([0.3, -1.0, 0.0]))
    assert likely.sum() == pytest.approx(1.0)
    assert likely[1] > likely[0] == likely[3] > likely[2]
    assert likely.min() > 0.07  # everything comes up
    assert chances(np.zeros(0)).tolist() == [1.0]


def test_each_plan_is_told_from_each_of_its_rewrites_on(calls: str) -> None:
    found = list(explore(SOURCE, filename="rows.py", options=Options(calls=calls), plans=3))
    assert {each.qualname for each in found} == {"totals"}  # no call runs the other one
    whole = [each for each in found if each.before == SOURCE]
    assert 1 < len(whole) <= 3
    assert any(len(each.draws) > 1 for each in whole)
    for each in whole:
        rest = [later for later in found if later.draws[0] in each.draws[1:]]
        assert [len(later.draws) for later in rest] == list(range(len(each.draws) - 1, 0, -1))
    rules = {rule.name: rule for rule in selected_rules(Options())}
    for each in found:
        assert all(0.0 < draw.likely <= 1.0 for draw in each.draws)
        again = apply_rules(each.before, [rules[draw.rule] for draw in each.draws])
        assert again != each.before  # what was drawn can be made
        assert each.verdict.ratio > 0.0


def test_what_is_drawn_goes_into_the_store(calls: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "rows.py", "--calls", calls, "--explore", "2", "--json"]) == 0
    plain = [line for line in map(json.loads, capsys.readouterr().out.splitlines()) if "explored" in line]
    rows = [row for row in FeedbackStore(default_path()).rows() if row.outcome == "explored"]
    assert rows
    assert [(tuple(each["rules"]), each["ratio"]) for each in plain] == [(row.plan, row.ratio) for row in rows]
    for row in rows:
        taken, words = unpack_taken(row.sample)
        assert words.rules[taken.actions[0, 1]] == row.plan[0]
        assert (row.chooser, row.function) == ("drawn", "totals")
        assert row.propensity is not None and 0.0 < row.propensity < 1.0  # noqa: PT018
        assert row.model_version
        assert len(row.plan) <= MOST
    assert len({row.ir_hash for row in rows}) > 1  # of later choices, too
    assert Path("rows.py").read_bytes() == SOURCE


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--explore", "-1"], "--explore: -1 is below 0"),
        (["--explore", "many"], "--explore: 'many' is not a whole number"),
    ],
)
def test_mistakes(calls: str, capsys: pytest.CaptureFixture[str], arguments: list[str], line: str) -> None:
    assert main(["measure", "rows.py", "--calls", calls, *arguments]) == 2
    assert line in capsys.readouterr().err


def test_without_a_model(calls: str, no_model: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "rows.py", "--calls", calls, "--explore", "1"]) == 2
    assert "rows.py: no model installed" in capsys.readouterr().err
