from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from noodlecore_trm import calibration
from noodlecore_trm.calibration import Gain, NoSample, as_json, as_text, calibrate, measure, rewritten, summary
from noodlecore_trm.calibration.sample import GRID, Sample, sample_of
from noodlecore_trm.choosers import table
from noodlecore_trm.choosers.table import Entry, parse_table, policy, shipped_document
from noodlecore_trm.cli import main
from noodlecore_trm.rules import load

HOME = Path(calibration.__file__).parent / "samples"


# samples


@pytest.mark.parametrize("name", load())
def test_every_rule_has_a_sample_that_it_rewrites_where_it_is_timed(name: str) -> None:
    sample = sample_of(name)
    assert sample is not None, f"write noodlecore_trm/calibration/samples/{name}.py; see docs/how-to/add-a-rule.md"
    before, after = functions(sample.source), functions(rewritten(name, sample).decode())
    for context in sample.contexts:
        if context.call:
            called = context.call.partition("(")[0]
            assert before[called] != after[called], f"{name} leaves {called} of its sample as it is"


def functions(source: str) -> dict[str, str]:
    tree = ast.parse(source)
    return {node.name: ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_no_sample_without_a_rule() -> None:
    assert {path.stem for path in HOME.glob("*.py")} <= set(load())


def test_a_sample_is_timed_over_the_grid_where_its_call_says_n() -> None:
    sample = Sample.parse("# int: f(n, 'n2')\n# str 3: g()\n# any:\ndef f(): pass\n# int: f(1)\n")
    assert [(each.kind, each.extent, each.call) for each in sample.contexts] == [
        *(("int", extent, f"f({extent}, 'n2')") for extent in GRID),
        ("str", 3, "g()"),
        ("any", 0, ""),
    ]


@pytest.mark.parametrize("text", ["", "def f(): pass\n", "# no context\n", "# int: f(1)\n# int: f(2)\n"])
def test_a_sample_that_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="a sample"):
        Sample.parse(text)


# measuring


def test_each_context_is_measured() -> None:
    text = """# int: low(n)
# any:
def low(n):
    best = n
    for value in range(n):
        best = min(best, value)
    return best
"""
    gains = measure("expand_min_max", Sample.parse(text), rounds=9, seconds=0.0001, processes=1)
    assert [(gain.kind, gain.extent) for gain in gains] == [*(("int", extent) for extent in GRID), ("any", 0)]
    assert all(0 < gain.lower <= gain.ratio for gain in gains)


def test_what_cannot_be_measured() -> None:
    with pytest.raises(NoSample, match="does not apply"):
        measure("sum_loop", Sample.parse("# int: f()\ndef f(): pass\n"))
    broken = "# int: f(n)\ndef f(n):\n    return max(nowhere, max(1, n))\n"
    with pytest.raises(NoSample, match=r"cannot be timed: .*NameError"):
        measure("expand_min_max", Sample.parse(broken), rounds=9)


def test_costs_of_guards() -> None:
    costs = calibration.guard_costs(rounds=9, seconds=0.0001, processes=1)
    assert costs.keys() == calibration.GUARDS.keys()
    assert all(0 <= cost < 100_000 for cost in costs.values())


# the table


GAINS = [
    Gain("int", 2, 0.8, 0.75),
    Gain("int", 10, 1.2341, 1.2),
    Gain("int", 100, 1.5, 1.4),
    Gain("str", 10, 1.1, 0.99),
]


def test_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def measured(name: str) -> list[Gain]:
        if name == "sum_loop":
            raise NoSample("has no sample")
        return GAINS

    monkeypatch.setattr(calibration, "measured_rule", measured)
    monkeypatch.setattr(calibration, "guard_costs", lambda: {"type": 30.0})
    said: list[str] = []
    base = {"rules": {"sum_loop": {"int": {"2": [3.0, 2.9]}}, "hoist_row": {"int": {"2": [1.0, 0.9]}}}}
    document = calibrate(["expand_min_max", "sum_loop"], base=base, say=said.append, step=lambda: said.append("step"))
    assert said == [
        "expand_min_max: int 0.80x at 2, 1.50x at 100; str 1.10x at 10", "step",
        "sum_loop: has no sample; not measured", "step",
    ]
    assert document["guards"] == {"type": 30.0}
    assert document["rules"] == {
        "expand_min_max": {
            "int": {"2": [0.8, 0.75], "10": [1.234, 1.2], "100": [1.5, 1.4]},
            "str": {"10": [1.1, 0.99]},
        },
        **dict(sorted(base["rules"].items())),
    }
    assert json.loads(as_text(document)) == document
    assert all(len(document[key]) >= 4 for key in ("interpreter", "version", "machine", "date"))


def entry(**gains: dict[str, list[float]]) -> Entry:
    return parse_table({"a": {"order": 1}}, {"a": gains})["a"]


def test_the_gain_to_expect() -> None:
    known = parse_table({"a": {"order": 1}}, {"a": as_json(GAINS)})["a"]
    assert known.gain("int", 2) == 0.8
    assert known.gain("int", 1) == 0.8
    assert known.gain("int", 10) == 1.234
    assert known.gain("int", 10**1.5) == pytest.approx((1.234 + 1.5) / 2), "between two"
    assert known.gain("int", 9999) == 1.5
    assert known.gain("int") == 1.5, "thirty or more, if not known"
    assert known.gain("str", 10) == 1.0, "its bound does not clear 1"
    assert known.gain("", 100) == known.gain("float", 100) == 1.0, "any kind, if not known"
    assert not known.off


def test_a_rule_that_gains_nowhere_is_off() -> None:
    assert entry(int={"2": [1.019, 1.01], "10": [1.3, 0.98]}).off
    assert not entry(int={"2": [1.02, 1.01], "10": [0.5, 0.4]}).off
    assert not entry().off
    assert entry().gain() == 1.0, "not measured"


def test_a_rule_that_opens_others_may_lose_alone() -> None:
    opening = parse_table({"a": {"order": 1, "opens": True}}, {"a": {"int": {"2": [0.9, 0.8]}}})["a"]
    assert not opening.off


@pytest.mark.parametrize(
    "measured",
    [{"2": [0.0, 0.0]}, {"2": [float("nan"), 1.0]}, {"two": [1.0, 1.0]}, {"2": [1.0]}],
)
def test_gains_that_are_none(measured: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (of several kinds)
        parse_table({"a": {"order": 1}}, {"a": {"int": measured}})


def test_the_shipped_tables_are_of_this_catalogue() -> None:
    assert set(policy()) == set(load()), "give every rule a line in noodlecore_trm/choosers/tables/policy.json"
    document = shipped_document("cpython-311")
    assert set(document["rules"]) == set(load()), (
        "noodle-trm calibrate RULE --output noodlecore_trm/choosers/tables/cpython-311.json"
    )
    assert document["guards"].keys() == calibration.GUARDS.keys()


# the command


def fake(calls: list[tuple[list[str], Mapping[str, Any] | None]]) -> Callable[..., dict[str, Any]]:
    def calibrated(
        rules: Iterable[str], *, base: Mapping[str, Any] | None, say: Callable[[str], None], step: Callable[[], None]
    ) -> dict[str, Any]:
        calls.append((list(rules), base))
        say("measured")
        step()
        return {"interpreter": "x", "rules": {"expand_min_max": as_json(GAINS)}}

    return calibrated


def test_the_command_writes_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[tuple[list[str], Mapping[str, Any] | None]] = []
    monkeypatch.setattr(calibration, "calibrate", fake(calls))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    shipped = table.current_table()
    assert main(["calibrate"]) == 0
    assert calls == [(list(load()), None)]
    (written,) = (tmp_path / "data").rglob("*.json")
    assert written == table.table_path()
    assert capsys.readouterr().err == f"measured\nwrote {written}\n"
    own = table.current_table()
    assert own["expand_min_max"].gain("int", 100) == 1.5
    assert own["sum_loop"] == shipped["sum_loop"]
    assert main(["calibrate", "-o", "-"]) == 0
    assert "expand_min_max" in json.loads(capsys.readouterr().out)["rules"]
    (tmp_path / "file").write_text("")
    assert main(["calibrate", "-o", str(tmp_path / "file" / "x")]) == 2
    assert capsys.readouterr().err.endswith("x: not a directory\n")
    assert len(calls) == 2  # found out before anything was measured


def test_the_command_completes_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[tuple[list[str], Mapping[str, Any] | None]] = []
    monkeypatch.setattr(calibration, "calibrate", fake(calls))
    old = tmp_path / "old.json"
    old.write_text('{"rules": {"sum_loop": {}}}')
    assert main(["calibrate", "sum_loop", "sum_loop", "-o", str(old)]) == 0
    assert main(["calibrate", "sum_loop", "-o", str(tmp_path / "new.json")]) == 0
    assert calls == [(["sum_loop"], {"rules": {"sum_loop": {}}}), (["sum_loop"], shipped_document())]
    capsys.readouterr()
    assert main(["calibrate", "sum_lop"]) == 2
    assert capsys.readouterr().err == "noodle-trm: no rule is called sum_lop; did you mean sum_loop?\n"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"rules": []}', '{"rules": {"sum_loop": {"int": {"2": 1}}}}'])
def test_a_damaged_table_of_ones_own_is_passed_over(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    table.table_path().parent.mkdir(parents=True)
    table.table_path().write_text(text)
    assert table.current_table() == table.shipped_table()


def test_a_summary_names_the_ends() -> None:
    assert summary([Gain("any", 0, 1.25, 1.2)]) == "any 1.25x"
    assert summary(GAINS[:2]) == "int 0.80x at 2, 1.23x at 10"
