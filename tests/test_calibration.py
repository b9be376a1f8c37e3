from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from noodlecore_trm import calibration
from noodlecore_trm.calibration import Gain, adjusted, compare, measure, shipped_document
from noodlecore_trm.calibration.samples import SAMPLES
from noodlecore_trm.choosers.classic import parse_table
from noodlecore_trm.cli import main


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_samples_run(name: str) -> None:
    sample = SAMPLES[name]
    ast.parse(sample.source)
    gain = compare(sample.source, sample.source, sample.call, rounds=3, seconds=0.0)
    assert 0 < gain.lower <= gain.ratio <= gain.upper


def test_different_results_are_an_error() -> None:
    with pytest.raises(ValueError, match="different results"):
        compare("def f(): return 1", "def f(): return 2", "f()")


def test_only_sure_losses_and_gains_switch_a_rule() -> None:
    document = {
        "interpreter": "x",
        "rules": {name: {"order": 1, "gain": 1.0, **off} for name, off in
                  {"lost": {}, "unsure": {"off": True}, "won": {"off": True}, "unseen": {"off": True}}.items()},
    }
    gains = {"lost": Gain(0.9, 0.8, 0.99), "unsure": Gain(1.1, 0.9, 1.2), "won": Gain(1.2345, 1.1, 1.3),
             "unknown": Gain(2, 2, 2)}
    table = parse_table(adjusted(document, gains))
    assert {name: entry.off for name, entry in table.items()} == {
        "lost": True, "unsure": True, "won": False, "unseen": True,
    }
    assert table["won"].gain == 1.234
    assert document["rules"]["lost"] == {"order": 1, "gain": 1.0}


def test_the_command_writes_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(calibration, "measure", lambda say: {"expand_min_max": Gain(3.0, 2.0, 4.0)})
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert main(["calibrate"]) == 0
    (written,) = (tmp_path / "data").rglob("*.json")
    assert written == calibration.table_path()
    assert capsys.readouterr().err == f"wrote {written}\n"
    table = parse_table(json.loads(written.read_text()))
    assert table["expand_min_max"].gain == 3.0
    assert table.keys() == shipped_document()["rules"].keys()
    assert main(["calibrate", "-o", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["rules"]["expand_min_max"]["gain"] == 3.0
    (tmp_path / "file").write_text("")
    assert main(["calibrate", "-o", str(tmp_path / "file" / "x")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_rules_are_measured_on_their_samples() -> None:
    said: list[str] = []
    gains = measure(said.append, rounds=3, seconds=0.0)
    assert said
    unused = [line for line in said if "does not apply" in line]
    assert unused == []
    assert all(gain.ratio > 0 for gain in gains.values())
