"""The comparison of ways to choose: its plays, its baselines and its statistics."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import choosers

from noodlecore_trm.teacher.corpus import parse_program
from noodlecore_trm.teacher.labelling import Task, labels_of, tasks

SOURCE = b"""# calls: largest(3), count(3)
def largest(step):
    best = 0
    i = 0
    while i < 40:
        best += i % 7
        i += 1
    j = 0
    while j < 40:
        best -= j % 5
        j += 1
    return best


def count(n):
    return [i for i in range(n)]
"""


@pytest.fixture(scope="module")
def task() -> Task:
    program = parse_program("rows", "largest", SOURCE)
    return next(each for each in tasks([program], 60) if each.qualname == "largest")


@pytest.fixture(scope="module")
def board(task: Task) -> choosers.Board:
    return choosers.Board.of(task)


def test_a_play_ends_where_its_choices_lead(board: choosers.Board) -> None:
    root = board.graph.root
    sample = board.choice(root)
    assert sample is not None
    assert choosers.play(board, lambda *_: None, 3) == 0.0
    for place in range(len(sample.actions)):
        after = board.after(root, place)
        gain = 0.0 if after is None else math.log(root.cost / after.cost)
        assert choosers.play(board, lambda *_, place=place: place, 1) == gain


def test_the_best_play_is_the_oracle_s(board: choosers.Board) -> None:
    def knowing(board: choosers.Board, node: object, sample: object, left: int) -> int | None:
        worth = board.graph.worth(node, left)  # type: ignore[arg-type]
        return int(np.nanargmax(worth)) if np.nanmax(worth) > 0 else None

    for rewrites in (1, 2, 3):
        assert choosers.play(board, knowing, rewrites) == pytest.approx(math.log(board.graph.gain(rewrites)))
    assert board.graph.gain(3) > board.graph.gain(1) > 1


def test_what_everybody_gets_is_between_nothing_and_the_oracle(task: Task) -> None:
    learned = [labels_of(task)]
    found = choosers.results_of(task, choosers.ways_of(learned, {}))
    assert found is not None
    found, timed = found
    assert timed == {}
    assert set(found) >= {"random 0", "rule average", "static cost", "2-hop linear", "classic, cut off", "oracle"}
    for gains in found.values():
        for rewrites, gain in gains.items():
            assert gain <= found["oracle"][rewrites] + 1e-9
    # what was learned from this very function leads to its best version
    assert found["2-hop linear"][12] == pytest.approx(found["oracle"][12], abs=0.05)
    assert found["classic, cut off"][12] > 0


def test_versions_are_timed_beside_a_control(board: choosers.Board, monkeypatch: pytest.MonkeyPatch) -> None:
    ways: dict[str, choosers.Way] = {"classic, cut off": choosers.Pipeline("classic"), "other": choosers.static_cost()}
    assert choosers.clocked(board, ways, 9) == {}  # too little work for a clock
    monkeypatch.setattr(choosers, "LEAST_WORK", 0.0)
    results = choosers.results_of(board.task, ways, 9)
    assert results is not None
    timed = results[1]
    assert list(timed) == ["classic, cut off", "oracle", "control"]
    assert list(timed["oracle"]) == list(choosers.SCARCE)
    assert timed["oracle"][4] != 0.0  # another text than the original
    assert timed["control"]
    assert choosers.clocked(board, {}, 9).keys() == {"oracle", "control"}


def test_only_the_function_at_hand_is_left_open(task: Task) -> None:
    alone = choosers.alone(task)
    assert [line for line in alone.splitlines() if line.endswith(b"# noodle: off")] == [b"def count(n):  # noodle: off"]
    assert choosers._bare(alone) == SOURCE


def test_shares_and_their_intervals() -> None:
    draw = np.random.default_rng(0)
    oracle = draw.uniform(0.2, 1.0, (200, 6))
    half, more = oracle * 0.5, oracle * draw.uniform(0.5, 0.7, (200, 6))
    shares = choosers.Shares({"half": half, "more": more, "oracle": oracle})
    area = shares.area("half")
    assert (area.value, area.low, area.high) == pytest.approx((0.5, 0.5, 0.5))
    ahead = shares.ahead("more", "half")
    assert 0 < ahead.low < ahead.value < ahead.high < 0.2
    assert ahead.value == pytest.approx(shares.area("more").value - 0.5)
    assert shares.speedup("oracle", 1) == pytest.approx(math.exp(oracle[:, 0].mean()))


def test_a_plot_is_drawn(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    gains = np.linspace(0.1, 0.6, 12).reshape(2, 6)
    choosers.draw(choosers.Shares({"a": gains / 2, "oracle": gains}), tmp_path / "plot.png")
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")
