"""Plays in labelled graphs: every way in which one ends, and what the chooser is told on the way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from labelled import VOCABULARY, a_function, a_model, a_sample
from numpy.typing import NDArray

from noodlecore_trm.choosers.trm import OUTCOMES
from noodlecore_trm.encoding import Sample, remaining_number
from noodlecore_trm.serving import Scores, read_model
from noodlecore_trm.teacher.plays import STOP, Played, Position, best, by_model, by_program, by_table, play, share

FUNCTION = a_function("school", "marks", (0.5, -0.2, math.nan))


def always(action: int) -> object:
    return lambda positions: [min(action, len(each.targets) - 1) for each in positions]


def gain(choose: object, budget: int) -> float:
    (played,) = play([FUNCTION], choose, [budget])  # type: ignore[arg-type]
    return played.gain


def test_a_play_goes_on_until_nothing_is_left() -> None:
    assert gain(lambda positions: [STOP] * len(positions), 4) == 0.0
    assert gain(always(0), 1) == pytest.approx(0.5)  # one rewrite
    assert gain(always(0), 2) == pytest.approx(0.3)  # then the only one after it
    assert gain(always(0), 4) == pytest.approx(0.3)  # nothing is known of what comes then
    assert gain(always(1), 4) == pytest.approx(-0.2)  # a version that was not looked at further
    assert gain(always(2), 4) == 0.0  # it did not fit


def test_the_best_is_never_below_stopping() -> None:
    assert best(FUNCTION, 1) == pytest.approx(0.5)
    assert best(a_function("school", "loses", (-0.3, -0.2)), 1) == 0.0
    nothing_fits = a_function("school", "none", (math.nan, math.nan))
    assert best(nothing_fits, 4) == 0.0
    assert share([Played(nothing_fits, 4, 0.0, 0.0)]) == 1.0


def test_every_function_is_played_with_every_budget_side_by_side() -> None:
    asked: list[list[tuple[str, int, int]]] = []

    def choose(positions: Sequence[Position]) -> list[int]:
        asked.append([(each.labels.program, each.place, each.left) for each in positions])
        return [0] * len(positions)

    functions = [FUNCTION, a_function("school", "other")]
    played = play(functions, choose, [1, 2])
    assert asked == [
        [("marks", 0, 1), ("marks", 0, 2), ("other", 0, 1), ("other", 0, 2)],
        [("marks", 1, 1), ("other", 1, 1)],
    ]
    assert [(each.labels.program, each.budget) for each in played] == [
        ("marks", 1), ("marks", 2), ("other", 1), ("other", 2)
    ]  # fmt: skip
    assert by_program(played)["school", "other"] == pytest.approx((0.5 + 0.3) / 2)
    assert share(played) == pytest.approx(0.8 / 1.0)


def test_a_position_is_a_choice_with_its_limit() -> None:
    position = Position(FUNCTION, 0, 3)
    assert position.sample.context[0] == remaining_number(3)
    assert Position(FUNCTION, 0, 12).sample.context[0] == remaining_number(None)
    assert FUNCTION.samples[0].context[0] == 0
    assert position.change == pytest.approx([0.5, -0.2, 0.0])


class Scripted:
    """A model that gives scores from a list, and notes what it is told."""

    vocabulary = VOCABULARY

    def __init__(self, *scores: list[float]) -> None:
        self.scores = scores
        self.steps = len(scores)
        self.told: list[tuple[list[str], list[float]]] = []

    def begin(self, sample: Sample) -> Scripted:
        self.left = list(self.scores)
        return self

    def step(self, outcomes: NDArray[np.uint8], change: NDArray[np.float32]) -> Scores:
        self.told.append(([OUTCOMES[each] for each in outcomes], [round(float(each), 3) for each in change]))
        return Scores(np.array(self.left.pop(0), np.float32), 0.0, 0.0)


def test_a_model_is_told_what_its_favourites_do() -> None:
    model = Scripted([0.1, 0.2, 0.3], [0.1, 0.2, 0.3], [0.1, 0.3, 0.2])
    assert by_model(model)([Position(FUNCTION, 0, 1)]) == [1]
    assert model.told == [
        (["not tried"] * 3, [0.0, 0.0, 0.0]),
        (["not tried", "not tried", "cannot be written down"], [0.0, 0.0, 0.0]),
        (["not tried", "applied", "cannot be written down"], [0.0, -0.2, 0.0]),
    ]


def test_a_model_that_thinks_well_of_nothing_stops() -> None:
    assert by_model(Scripted([0.0, -0.1, -0.2]))([Position(FUNCTION, 0, 1)]) == [STOP]


def test_the_table_takes_what_it_expects_most_of() -> None:
    assert by_table([Position(FUNCTION, 0, 1)]) == [0]
    expects_nothing = a_sample(2)
    expects_nothing.outlook[:] = 0.0
    labels = a_function("school", "marks")
    object.__setattr__(labels, "samples", (expects_nothing, labels.samples[1]))
    assert by_table([Position(labels, 0, 1)]) == [STOP]


def test_a_real_model_plays(tmp_path: Path) -> None:
    model = read_model(a_model(tmp_path / "m.safetensors"))
    played = play([FUNCTION], by_model(model))
    assert played == play([FUNCTION], by_model(model))
    assert {round(each.gain, 3) for each in played} <= {0.5, 0.3, -0.2, 0.0}
