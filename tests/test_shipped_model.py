"""The model that comes with the package: small, of this version's making, and in the chooser's seat."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from noodlecore_trm import Options, pipeline
from noodlecore_trm.choosers import make_chooser
from noodlecore_trm.choosers.trm import read_scorer, rung_path, shipped_path, whole_path
from noodlecore_trm.parse import parse_module
from noodlecore_trm.rules import load
from noodlecore_trm.serving import LADDER, read_model

FOLDER = Path(__file__).parent.parent / "benchmarks" / "programs"
PROGRAMS = [FOLDER / f"{name}.py" for name in ("collatz", "histogram")]


def test_it_is_small_and_knows_the_rules() -> None:
    assert shipped_path().stat().st_size < 1_000_000
    known = set(read_scorer(shipped_path()).vocabulary.rules)
    assert known <= set(load())
    assert len(known) > 0.9 * sum(1 for rule in load().values() if not rule.needs)


def test_it_says_what_it_was_made_from() -> None:
    card = read_model(shipped_path()).card
    assert {"facts", "metrics", "rules", "settings"} <= card.keys()
    assert {"corpus", "commit"} <= card["facts"].keys()


def test_every_precision_comes_along() -> None:
    whole = read_model(whole_path())
    assert whole.is_whole
    smaller = math.inf
    for precision in LADDER:
        model = read_model(rung_path(shipped_path(), precision))
        assert model.rung is not None
        assert whole.rung is not None
        assert (model.precision, model.rung.parent) == (precision, whole.rung.parent)
        assert model.vocabulary == whole.vocabulary
        size = rung_path(shipped_path(), precision).stat().st_size
        assert size < smaller
        smaller = size
    assert read_scorer(shipped_path()).precision == LADDER[-1]


@pytest.mark.parametrize("precision", ["", *LADDER])
def test_any_of_them_leads(precision: str) -> None:
    result = pipeline.optimize(PROGRAMS[0].read_bytes(), options=Options(precision=precision, max_rewrites=2))
    reasons = {each.fallback_reason for each in result.receipt.functions}
    assert not any("model" in reason for reason in reasons), reasons


def test_it_leads_unless_something_else_is_asked_for() -> None:
    assert make_chooser("trm").name == "trm"
    assert Options().chooser == "trm"


@pytest.mark.parametrize("most", [None, 1, 2])
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_it_is_never_worse_than_classic(path: Path, most: int | None) -> None:
    source, options = path.read_bytes(), Options(max_rewrites=most)
    led = pipeline.optimize(source, options=options)
    classic = pipeline.optimize(source, options=replace(options, chooser="classic"))
    costs = pipeline._whole_costs(parse_module(source))
    assert pipeline._cost_after(costs, led) <= pipeline._cost_after(costs, classic) * 1.0001
