"""Plays in labelled graphs: every way in which one ends, and how far a model looks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from labelled import VOCABULARY, a_function, a_model, a_sample

from noodlecore_trm.encoding import Sample, Verdicts
from noodlecore_trm.encoding.sample import remaining_number
from noodlecore_trm.serving import Scores, read_model
from noodlecore_trm.teacher.players import by_model, by_program, by_table
from noodlecore_trm.teacher.plays import Chooses, Turn, in_reach, play_out

FUNCTION = a_function("school", "marks", (0.5, -0.2, math.nan))


def gain(chooses: Chooses, budget: int) -> float:
    return float(play_out([FUNCTION], [budget], chooses)[0, 0])


def always(action: int | None) -> Chooses:
    return lambda turns: [
        None if action is None else min(action, len(each.labels.targets[each.version]) - 1) for each in turns
    ]


def test_a_play_goes_on_until_nothing_is_left() -> None:
    assert gain(always(None), 4) == 0.0
    assert gain(always(0), 1) == pytest.approx(0.5)  # one rewrite
    assert gain(always(0), 2) == pytest.approx(0.3)  # then the only one after it
    assert gain(always(0), 4) == pytest.approx(0.3)  # nothing is known of what comes then
    assert gain(always(1), 4) == pytest.approx(-0.2)  # a version that was not looked at further
    assert gain(always(2), 4) == 0.0  # it did not fit


def test_the_best_is_never_below_stopping() -> None:
    functions = [FUNCTION, a_function("school", "loses", (-0.3, -0.2)), a_function("school", "x", (math.nan, math.nan))]
    assert in_reach(functions, [1])[:, 0] == pytest.approx([0.5, 0.0, 0.0])


def test_every_function_is_played_with_every_budget_side_by_side() -> None:
    asked: list[list[tuple[str, int, int]]] = []

    def choose(turns: Sequence[Turn]) -> list[int | None]:
        asked.append([(each.labels.program, each.version, each.left) for each in turns])
        return [0] * len(turns)

    gains = by_program([FUNCTION, a_function("school", "other")], choose)
    assert [len(each) for each in asked] == [8, 6]
    assert asked[1] == [(name, 1, left) for name in ("marks", "other") for left in (1, 2, 3)]
    assert gains["school", "other"] == pytest.approx((0.5 + 3 * 0.3) / 4)


def test_a_turn_is_a_choice_with_its_limit() -> None:
    for left, number in ((3, remaining_number(3)), (12, remaining_number(None))):
        model = Scripted([0.0] * 3, [0.0])
        by_model(model)([Turn(FUNCTION, 0, left)])
        assert model.asked[0].context[0] == number
    assert FUNCTION.samples[0].context[0] == 0


class Scripted:
    """A model that gives the scores of a list that fits, and notes what it is asked."""

    vocabulary = VOCABULARY

    def __init__(self, *scores: list[float]) -> None:
        self.scores = {len(each): each for each in scores}
        self.asked: list[Sample] = []

    def begin(self, sample: Sample) -> Scripted:
        self.asked.append(sample)
        return self

    def step(self, verdicts: Verdicts) -> Scores:
        assert not verdicts.outcomes.any()
        return Scores(np.array(self.scores[len(verdicts.outcomes)], np.float32), 0.0, 0.0)


def test_a_model_looks_beyond_its_favourites() -> None:
    """The first of three actions leads to a version with one; nothing is known of what comes after the others."""
    assert by_model(Scripted([0.1, 0.2, 0.3], [0.3]))([Turn(FUNCTION, 0, 2)]) == [2]
    model = Scripted([0.1, 0.2, 0.3], [0.5])
    assert by_model(model)([Turn(FUNCTION, 0, 2)]) == [0]
    assert [(len(each.actions), int(each.context[0])) for each in model.asked] == [
        (3, remaining_number(2)), (1, remaining_number(1)), (3, remaining_number(1)),
    ]  # fmt: skip


@pytest.mark.parametrize("left", [1, 12])
def test_with_one_rewrite_left_or_many_it_goes_by_its_first_thoughts(left: int) -> None:
    model = Scripted([0.1, 0.2, 0.3], [5.0])
    assert by_model(model)([Turn(FUNCTION, 0, left)]) == [2]
    assert len(model.asked) == 1


def test_a_model_that_thinks_well_of_nothing_stops() -> None:
    assert by_model(Scripted([0.0, -0.1, -0.2]))([Turn(FUNCTION, 0, 1)]) == [None]


def test_the_table_takes_what_it_expects_most_of() -> None:
    assert by_table([Turn(FUNCTION, 0, 1)]) == [0]
    expects_nothing = a_sample(2)
    expects_nothing.outlook[:] = 0.0
    labels = a_function("school", "marks")
    object.__setattr__(labels, "samples", (expects_nothing, labels.samples[1]))
    assert by_table([Turn(labels, 0, 1)]) == [None]


def test_a_real_model_plays(tmp_path: Path) -> None:
    model = read_model(a_model(tmp_path / "m.safetensors"))
    ends = play_out([FUNCTION], [1, 2, 3, 4], by_model(model))
    assert (ends == play_out([FUNCTION], [1, 2, 3, 4], by_model(model))).all()
    assert {round(float(each), 3) for each in ends.flat} <= {0.5, 0.3, -0.2, 0.0}
