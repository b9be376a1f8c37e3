"""The comparison of ways to choose under two profiles of the same function."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from labelled import PICK
from rich.console import Console

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import choosers
import profiles

from noodlecore_trm.encoding.vocabulary import CONTEXT
from noodlecore_trm.teacher.corpus import parse_program
from noodlecore_trm.teacher.labelling import Task, tasks

SOURCE = f"""# calls: pick(40, 2), pick(2, 40)
# calls: same(30, 3), same(3, 30)
{PICK}

def same(n, k):
    best = 0
    for i in range(n):
        best = max(best, i % 7)
    return best + k
""".encode()


@pytest.fixture(scope="module")
def pairs() -> dict[str, list[Task]]:
    found = tasks([parse_program("rows", "pick", SOURCE)], 12, profiled=True)
    return {name: [each for each in found if each.qualname == name] for name in ("pick", "same")}


@pytest.fixture(scope="module")
def result(pairs: dict[str, list[Task]]) -> dict[str, Any]:
    ways: dict[str, choosers.Chooses | choosers.Pipeline] = {
        "classic": choosers.Pipeline("classic"), "static cost": choosers.static_cost(),
    }  # fmt: skip
    found = profiles.results_of(pairs["pick"], ways)
    assert found is not None
    return found


def test_a_function_qualifies_by_what_is_lost_with_the_plan_for_the_other(
    pairs: dict[str, list[Task]], result: dict[str, Any]
) -> None:
    assert len(pairs["same"]) == 2
    assert profiles.results_of(pairs["same"], {}) is None
    assert result["lost"][1] > 0.1
    assert result["lost"][2] < profiles.MARGIN, "two rewrites are enough for both loops"


def test_each_way_is_played_with_the_profile_and_without(result: dict[str, Any]) -> None:
    for gains in result["gains"]:
        assert list(gains) == ["classic", "classic without", "static cost", "static cost without", "oracle"]
        assert all(gains[way][1] <= gains["oracle"][1] for way in gains)
        assert gains["static cost"][1] == pytest.approx(gains["oracle"][1])
    assert result["gains"][0]["static cost without"][1] == pytest.approx(result["gains"][0]["oracle"][1])
    assert result["gains"][1]["static cost without"][1] < 0.1 < result["gains"][1]["oracle"][1]


def test_who_has_not_seen_the_profile_is_not_told_of_it(pairs: dict[str, list[Task]]) -> None:
    board = choosers.Board.of(pairs["pick"][0])
    blind = board.unprofiled()
    told = [each.choice(each.graph.root).context[CONTEXT.index("profile")] for each in (board, blind)]  # type: ignore[union-attr]
    assert told == [1, 0]
    assert blind.graph.root.cost == board.graph.root.cost
    assert blind.graph.root.static != board.graph.root.static


def test_what_is_reported(result: dict[str, Any], tmp_path: Path) -> None:
    shares, right = profiles.shares_of({"pick": result}, 1)
    assert np.isclose(shares.area("static cost", (1,)).value, 1.0)
    assert shares.ahead("static cost", "static cost without", (1,)).value > 0.2
    assert (right["static cost"], right["static cost without"], right["oracle"]) == (1, 0, 1)
    with (tmp_path / "said").open("w") as file:
        profiles.report({"pick": result}, 2, Console(file=file, width=160))
    said = (tmp_path / "said").read_text()
    assert "2 functions with more than one profile; best is another for 1 of them" in said
    assert "K=2: none" in said
    profiles.draw({"pick": result}, tmp_path / "plot.png")
    assert (tmp_path / "plot.png").stat().st_size > 10_000
