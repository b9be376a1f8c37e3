"""The benchmark of ablations: one thing is changed at a time, to learn and to play, and nothing is trained twice."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import ablations  # noqa: E402
from labelled import a_folder  # noqa: E402

from noodlecore_trm.encoding.vocabulary import COLUMNS, OUTLOOK  # noqa: E402

TINY = ("hidden_size=8", "batches=3", "batch=4", "evaluate_every=2")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_folder(tmp_path_factory.mktemp("ablations") / "labels")


@pytest.fixture(scope="module")
def parts(folder: Path) -> ablations.Parts:
    return ablations.Parts.of(folder, None, "held_out")


def run(folder: Path, out: Path, *more: str) -> dict[str, Any]:
    changes = [word for each in TINY for word in ("--set", each)]
    assert ablations.main([str(folder), "--out", str(out), *changes, *more]) == 0
    results: dict[str, Any] = json.loads((out / "results.json").read_text())
    return results


def test_a_group_with_two_seeds(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results = run(folder, tmp_path, "--only", "supervision", "16 wide", "--seeds", "0", "1")
    assert list(results) == [ablations.UNCHANGED, *ablations.VARIATIONS["supervision"], "16 wide"]
    for name, each in results.items():
        assert each["seeds"] == 2
        assert all(len(shares) == 2 and max(shares) <= 1.0 for shares in each["shares"].values()), name
        assert each["batch ms"] > 0.0
        assert np.shape(each["curves"]) == (2, 2, 2)  # a look after two batches, and one in the end
    assert results[ablations.UNCHANGED]["ahead"] is None
    assert results["16 wide"]["weights"] > 2 * results[ablations.UNCHANGED]["weights"]
    assert {"table.md", "ablations.png", "curves.png"} <= {path.name for path in tmp_path.iterdir()}
    assert "| 16 wide | 2 |" in (tmp_path / "table.md").read_text()

    capsys.readouterr()
    before = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.safetensors")}
    again = run(folder, tmp_path, "--only", "16 wide", "--seeds", "0", "1")
    assert capsys.readouterr().err == ""  # nothing was trained
    assert again["16 wide"]["shares"] == results["16 wide"]["shares"]
    assert {path: path.stat().st_mtime_ns for path in before} == before
    run(folder, tmp_path, "--only", "16 wide", "--seeds", "0", "--set", "rate=0.01")
    assert "16 wide #0" in capsys.readouterr().err


def test_what_is_not_seen_is_not_seen_in_plays_either(parts: ablations.Parts) -> None:
    blind = parts.varied(ablations.EVERY["no outlook"], 0)
    for functions in (blind.corpus.train, blind.corpus.development, blind.played):
        assert all(not sample.outlook.any() for each in functions for sample in each.samples)
    assert any(sample.outlook.any() for each in parts.played for sample in each.samples)
    kinds = parts.varied(ablations.EVERY["nothing but kinds"], 0).played[0].samples[0].ops
    assert kinds[:, COLUMNS.index("kind")].all()
    assert not kinds[:, 1:].any()
    assert not len(parts.varied(ablations.EVERY["no edges among ops"], 0).played[0].samples[0].edges)
    assert len(OUTLOOK) == blind.played[0].samples[0].outlook.shape[1]


def test_noise_and_fewer_families_are_for_learning_only(parts: ablations.Parts) -> None:
    noisy = parts.varied(ablations.EVERY["noise of 0.1"], 0)
    for functions, same in ((noisy.corpus.train, False), (noisy.corpus.development, True), (noisy.played, True)):
        source = parts.played if functions is noisy.played else (*parts.corpus.train, *parts.corpus.development)
        worth = {each.identity: each.worth for each in source}
        assert all(np.array_equal(each.worth[0], worth[each.identity][0]) is same for each in functions)
    other = parts.varied(ablations.EVERY["noise of 0.1"], 1)
    assert not np.array_equal(noisy.corpus.train[0].worth[0], other.corpus.train[0].worth[0])
    none = parts.varied(ablations.EVERY["generated functions only"], 0)
    assert not none.corpus.train
    assert len(none.played) == len(parts.played)
    part = ablations.EVERY["an eighth of the families"].learned(parts.played, np.random.default_rng(0))
    assert len({each.family for each in part}) == 1 < len({each.family for each in parts.played})


def test_every_variation_has_settings_that_there_are() -> None:
    from dataclasses import replace

    for name, variation in ablations.EVERY.items():
        assert replace(ablations.SETTINGS, **variation.settings), name


@pytest.mark.parametrize("name", ablations.VARIATIONS["recursion"])
def test_every_recursion_is_trained_and_served(folder: Path, tmp_path: Path, name: str) -> None:
    results = run(folder, tmp_path, "--only", name, "--seeds", "0")
    assert -1.0 < results[name]["shares"][ablations.AHEAD][0] <= 1.0
