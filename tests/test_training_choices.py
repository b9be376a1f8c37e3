"""What is drawn from labels, and what is learned about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from noodlecore_trm import encoding  # noqa: E402
from noodlecore_trm.choosers.trm import APPLIED, UNFIT  # noqa: E402
from noodlecore_trm.encoding import Sample, current_vocabulary  # noqa: E402
from noodlecore_trm.encoding.vocabulary import COLUMNS, CONTEXT, OUTLOOK, VERDICT  # noqa: E402
from noodlecore_trm.models.scoring import Scores, Verdicts  # noqa: E402
from noodlecore_trm.teacher.labels import BUDGETS, Labels  # noqa: E402
from noodlecore_trm.training.choices import ChoiceSet, Target, question  # noqa: E402
from noodlecore_trm.training.config import Settings  # noqa: E402
from noodlecore_trm.training.objective import Weights, loss, next_verdicts  # noqa: E402
from noodlecore_trm.training.run import model_config  # noqa: E402

WORDS = current_vocabulary(("hoist_range", "sum_loop"))
CONFIG = model_config(Settings(hidden_size=16), WORDS)
NAN = float("nan")


def sample(ops: int, actions: int) -> Sample:
    return Sample(
        np.zeros((ops, len(COLUMNS)), np.uint8),
        np.zeros((0, 3), np.uint16),
        np.stack([np.arange(actions) % ops, np.arange(actions) % 2], 1).astype(np.uint16),
        np.zeros((actions, len(OUTLOOK)), np.float32),
        np.zeros(len(CONTEXT), np.uint8),
    )


def labels(*actions: int) -> Labels:
    """A function with so many actions in each version; action i of version v is worth v + K/100 + i with K left."""
    budgets = np.array(BUDGETS, np.float32)[:, None] / 100
    return Labels(
        "0" * 64, "dates", "leap", "f", tuple(sample(4, count) for count in actions),
        tuple(encoding.Verdicts.none(count) for count in actions),
        tuple(version + budgets + np.arange(count, dtype=np.float32) for version, count in enumerate(actions)),
        tuple(np.where(np.arange(count) == 1, -1, 0).astype(np.int32) for count in actions),
        np.arange(len(actions), dtype=np.int32), 2.0 ** np.arange(len(actions)), np.ones(len(actions)),
        np.ones(len(actions), np.int32),
    )  # fmt: skip


def target(worth: list[list[float]], budgets: list[int]) -> Target:
    most = max(map(len, worth))
    slots = [row * most + place for row, each in enumerate(worth) for place in range(len(each))]
    flat = torch.tensor([value for each in worth for value in each])
    numbers = torch.arange(len(flat))[:, None] / 10 + torch.zeros(len(VERDICT))
    outcomes = torch.where(flat.isnan(), UNFIT, APPLIED)
    verdicts = Verdicts(outcomes, torch.arange(len(flat)), numbers)
    shape = (len(worth), most)
    return Target(flat, verdicts, torch.tensor(slots), torch.tensor(budgets), shape, *torch.ones(2, len(worth)))


def scores(
    flat: list[float], value: list[float] | None = None, halt: list[float] | None = None, choices: int = 2
) -> Scores:
    nothing = [0.0] * choices
    return Scores(torch.tensor(flat), torch.tensor(value or nothing), torch.tensor(halt or nothing))


def test_a_choice_is_a_version_and_what_is_left() -> None:
    choices = ChoiceSet([labels(0, 3), labels(3, 2)])
    assert len(choices) == 1  # a function without actions is no choice
    given = choices.choice(0, 1, 3)
    np.testing.assert_allclose(given.worth, [1.03, 2.03])
    hasty = ChoiceSet(choices.labels, 0.5).choice(0, 1, 3)  # the first action leads to version 0, at half the cost
    np.testing.assert_allclose(hasty.worth[0], (1.03 + np.log(2)) / 2, rtol=1e-6)
    assert [each.budget for each in choices.as_written()] == list(BUDGETS)
    assert {len(each.worth) for each in choices.as_written()} == {3}


def test_draws_hang_on_the_generator_and_take_all_there_is() -> None:
    choices = ChoiceSet([labels(3, 2, 0, 2, 2), labels(1)])
    drawn = choices.draw(np.random.default_rng(1), 400)
    again = choices.draw(np.random.default_rng(1), 400)
    assert [(id(each.sample), each.budget) for each in drawn] == [(id(each.sample), each.budget) for each in again]
    assert {each.budget for each in drawn} == set(BUDGETS)
    count = Counter(len(each.worth) for each in drawn)
    assert count.keys() == {1, 2, 3}
    assert count[2] + count[3] == pytest.approx(400 * 2 / 3, rel=0.15)  # the roots of 4 and 1
    assert count[3] == pytest.approx(0.3 * (count[2] + count[3]), rel=0.3)


def test_a_question_says_what_is_left() -> None:
    choices = ChoiceSet([labels(3, 2)])
    several = [choices.choice(0, 0, 1), choices.choice(0, 1, 6), choices.choice(0, 0, BUDGETS[-1])]
    asked, wanted = question(several, CONFIG)
    assert asked.context[:, 0].tolist() == [1, 5, 7]
    assert wanted.budget.tolist() == [1, 6, BUDGETS[-1]]
    assert wanted.shape == (3, 3)
    padded = wanted.padded(wanted.worth, -1.0)
    assert padded[1, 2] == -1.0
    torch.testing.assert_close(padded[1, :2], torch.tensor([1.06, 2.06]))


def test_the_loss_is_least_where_all_is_known() -> None:
    wanted = target([[0.5, -0.2, NAN], [-0.1, -0.4]], [1, 2])
    right = scores([0.5, -0.2, 3.0, -0.1, -0.4], [0.5, 0.0], [20.0, 20.0])
    weights = Weights(regret=0.0)
    best, parts = loss(right, wanted, weights)
    assert parts["worth"] == parts["value"] == 0.0
    assert parts["halt"] < 1e-6
    for place in (0, 1, 3, 4):
        for by in (-0.1, 0.1):
            moved = right.actions.clone()
            moved[place] += by
            assert loss(replace(right, actions=moved), wanted, weights)[0] > best
    assert loss(replace(right, value=right.value + 0.1), wanted, weights)[0] > best
    assert loss(replace(right, halt=-right.halt), wanted, weights)[0] > best
    moved = right.actions.clone()
    moved[2] = -3.0  # nothing is known about it
    assert loss(replace(right, actions=moved), wanted, weights)[0] == best


def test_what_an_action_brings_now_and_then_counts() -> None:
    """Two of three times it loses a little, once it brings much: in the mean it is worth more than stopping."""
    wanted = target([[-0.1], [-0.1], [1.0]], [1, 1, 1])
    only = Weights(worth=0.0, order=0.0, value=0.0, halt=0.0)
    stopping, taking = (loss(scores([score] * 3, choices=3), wanted, only)[0] for score in (-1.0, 1.0))
    assert float(stopping) == pytest.approx(10 * 1.0 / 3, rel=1e-3)
    assert float(taking) == pytest.approx(10 * 0.2 / 3, rel=1e-3)


def test_halting_is_right_where_what_is_on_top_is_as_good_as_the_best() -> None:
    wanted = target([[0.5, 0.49], [0.5, 0.2]], [1, 1])
    top = scores([0.1, 0.2, 0.1, 0.2], halt=[20.0, -20.0])
    assert loss(top, wanted, Weights())[1]["halt"] < 1e-6


def test_parts_of_the_loss_count_as_their_weights_say() -> None:
    wanted = target([[0.5, -0.2], [-0.1, -0.4]], [1, 2])
    given = scores([0.1, 0.2, 0.3, 0.4], [0.3, 0.2], [0.5, -1.0])
    weights = {"worth": 2.0, "order": 3.0, "regret": 4.0, "value": 5.0, "halt": 7.0}
    total, parts = loss(given, wanted, Weights(**weights))
    assert float(total) == pytest.approx(sum(weights[name] * parts[name] for name in weights), rel=1e-5)


def test_the_best_that_was_not_tried_is_tried_next() -> None:
    wanted = target([[0.5, NAN, 0.1], [0.3]], [1, 2])
    given = scores([0.2, 0.9, 0.1, -0.5])
    nothing = Verdicts(*torch.zeros(2, 4, dtype=torch.int64), torch.zeros(4, len(VERDICT)))
    once = next_verdicts(given, nothing, wanted)
    assert once.outcomes.tolist() == [0, UNFIT, 0, APPLIED]
    assert once.opens.tolist() == [0, 1, 0, 3]
    torch.testing.assert_close(once.numbers[:, -1], torch.tensor([0.0, 0.1, 0.0, 0.3]))
    twice = next_verdicts(given, once, wanted)
    assert twice.outcomes.tolist() == [APPLIED, UNFIT, 0, APPLIED]
    assert next_verdicts(given, nothing, wanted, 2).outcomes.tolist() == twice.outcomes.tolist()
    assert next_verdicts(given, nothing, wanted, 9).outcomes.tolist() == [APPLIED, UNFIT, APPLIED, APPLIED]
    assert next_verdicts(given, nothing, wanted, 0).outcomes.tolist() == [0, 0, 0, 0]
